import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents } from './binary';
import { gitPatch } from './gitPatch';
import { type FileDiff, parsePatch } from './patch';

const lines = (n: number, word = 'line') =>
  Array.from({ length: n }, (_, i) => `${word} ${i + 1}\n`).join('');

function of(before: (at: (name: string) => string) => void, after: typeof before) {
  return parsePatch(
    gitPatch(
      folder => before(name => join(folder, name)),
      folder => after(name => join(folder, name)),
    ),
  );
}

/** What a person would ask about a file, without what only changes with git's version. */
const told = ({ size, fingerprint, hunks, binary, ...rest }: FileDiff) => ({
  ...rest,
  hunks: hunks.map(({ body, oldStart, newStart }) => [oldStart, newStart, body]),
  ...(binary ? { binary: binary.map(({ kind, bytes }) => [kind, bytes]) } : {}),
});

describe('a patch made by git is read whole', () => {
  test('a changed file, with what stands around its hunks', () => {
    const files = of(
      at => writeFileSync(at('a.py'), `def one():\n${lines(9)}def two():\n${lines(9, '    row')}`),
      at =>
        writeFileSync(
          at('a.py'),
          `def one():\n${lines(9)}def two():\n${lines(8, '    row')}    last\n    row\n`,
        ),
    );
    expect(files.map(told)).toEqual([
      {
        path: 'a.py',
        status: 'modified',
        oldMode: '100644',
        newMode: '100644',
        additions: 2,
        deletions: 1,
        hunks: [[17, 17, '     row 6\n     row 7\n     row 8\n-    row 9\n+    last\n+    row\n']],
      },
    ]);
    expect(files[0]?.hunks[0]?.section).toBe('def two():');
  });

  test('added, deleted, empty, without a newline at the end', () => {
    const files = of(
      at => {
        writeFileSync(at('gone'), 'one\n');
        writeFileSync(at('tail'), 'a\nb');
      },
      at => {
        rmSync(at('gone'));
        writeFileSync(at('empty'), '');
        writeFileSync(at('fresh'), 'x\n');
        writeFileSync(at('tail'), 'a\nb\n');
      },
    );
    const mode = { oldMode: '100644', newMode: '100644' };
    expect(files.map(told)).toEqual([
      { path: 'empty', status: 'added', newMode: '100644', additions: 0, deletions: 0, hunks: [] },
      {
        path: 'fresh',
        status: 'added',
        newMode: '100644',
        additions: 1,
        deletions: 0,
        hunks: [[0, 1, '+x\n']],
      },
      {
        path: 'gone',
        status: 'deleted',
        oldMode: '100644',
        additions: 0,
        deletions: 1,
        hunks: [[1, 0, '-one\n']],
      },
      {
        path: 'tail',
        status: 'modified',
        ...mode,
        additions: 1,
        deletions: 1,
        hunks: [[1, 1, ' a\n-b\n\\ No newline at end of file\n+b\n']],
      },
    ]);
  });

  test('renamed with and without a change, a mode, a file that became a link', () => {
    const files = of(
      at => {
        mkdirSync(at('old folder'));
        writeFileSync(at('old folder/moved.txt'), lines(20));
        writeFileSync(at('same.txt'), lines(5));
        writeFileSync(at('run.sh'), 'exit 0\n');
        writeFileSync(at('target'), 'content\n');
      },
      at => {
        mkdirSync(at('new'));
        renameSync(at('old folder/moved.txt'), at('new/moved here.txt'));
        writeFileSync(at('new/moved here.txt'), `${lines(19)}end\n`);
        renameSync(at('same.txt'), at('sama.txt'));
        chmodSync(at('run.sh'), 0o755);
        rmSync(at('target'));
        symlinkSync('new/moved here.txt', at('target'));
      },
    );
    expect(files.map(told)).toEqual([
      {
        path: 'new/moved here.txt',
        oldPath: 'old folder/moved.txt',
        status: 'renamed',
        similarity: 94,
        oldMode: '100644',
        newMode: '100644',
        additions: 1,
        deletions: 1,
        hunks: [[17, 17, ' line 17\n line 18\n line 19\n-line 20\n+end\n']],
      },
      {
        path: 'run.sh',
        status: 'mode',
        oldMode: '100644',
        newMode: '100755',
        additions: 0,
        deletions: 0,
        hunks: [],
      },
      {
        path: 'sama.txt',
        oldPath: 'same.txt',
        status: 'renamed',
        similarity: 100,
        additions: 0,
        deletions: 0,
        hunks: [],
      },
      {
        path: 'target',
        status: 'type',
        oldMode: '100644',
        newMode: '120000',
        additions: 1,
        deletions: 1,
        hunks: [
          [1, 0, '-content\n'],
          [0, 1, '+new/moved here.txt\n\\ No newline at end of file\n'],
        ],
      },
    ]);
  });

  test('names that git quotes, in UTF-8 and not', () => {
    const name = (...bytes: number[]) => Buffer.from(bytes);
    const files = of(
      () => {},
      at => {
        writeFileSync(at('über straße 漢.txt'), 'x\n');
        writeFileSync(at('quote"and\\slash\ttab'), 'x\n');
        writeFileSync(Buffer.concat([Buffer.from(at('/')), name(0x6c, 0xe9, 0x67)]), '');
      },
    );
    expect(files.map(file => file.path)).toEqual([
      'l\\xe9g',
      'quote"and\\slash\ttab',
      'über straße 漢.txt',
    ]);
  });

  test('content that looks like a patch stays content; a carriage return stays in its line', () => {
    const files = of(
      at => writeFileSync(at('a'), 'one\r\n'),
      at => writeFileSync(at('a'), 'one\n-- b/x\n++ b/x\ndiff --git a/x b/x\n@@ -1 +1 @@\n'),
    );
    expect(files.map(file => [file.path, file.additions, file.hunks.length])).toEqual([
      ['a', 5, 1],
    ]);
    expect(files[0]?.hunks[0]?.body.split('\n')[0]).toBe('-one\r');
  });

  test('fifty thousand lines, in well under a second', () => {
    const patch = gitPatch(
      folder => writeFileSync(join(folder, 'big.txt'), lines(50_000)),
      folder => writeFileSync(join(folder, 'big.txt'), lines(50_000, 'row')),
    );
    const start = performance.now();
    const [file] = parsePatch(patch);
    expect(performance.now() - start).toBeLessThan(400);
    expect([file?.additions, file?.deletions, file?.hunks.length]).toEqual([50_000, 50_000, 1]);
  });

  test('nothing', () => {
    expect(parsePatch('')).toEqual([]);
  });
});

describe('both contents of a binary file come from the patch', () => {
  /** Bytes without order, the same at each run. */
  const noise = (length: number, seed: number) => {
    let state = seed;
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return state >>> 24;
    });
  };
  const changed = Uint8Array.from(noise(5000, 1));
  changed.set([0, 1, 2, 3], 2500);

  // Git finds the blocks of `whole` in `cutUp`, and none of `cutUp`'s own in `whole`.
  const whole = noise(640, 6);
  const cutUp = Uint8Array.from(
    Array.from({ length: 40 }, (_, i) => [i * 7, ...whole.subarray(16 * i, 16 * i + 16)]).flat(),
  );

  test.each([
    ['added', undefined, noise(777, 2)],
    ['deleted', noise(3001, 3), undefined],
    ['wholly changed', noise(500, 4), noise(900, 5)],
    ['cut up: one as a change of the other', cutUp, whole],
  ])('%s', (_, before, after) => {
    const [file] = of(
      at => before && writeFileSync(at('x.bin'), before),
      at => (after ? writeFileSync(at('x.bin'), after) : rmSync(at('x.bin'))),
    );
    expect(contents(file?.binary ?? [])).toEqual({
      before: before ?? new Uint8Array(),
      after: after ?? new Uint8Array(),
    });
  });

  test('not if each is only told as a change of the other', () => {
    const [file] = of(
      at => writeFileSync(at('x.bin'), noise(5000, 1)),
      at => writeFileSync(at('x.bin'), changed),
    );
    expect(file && told(file).binary?.map(([kind]) => kind)).toEqual(['delta', 'delta']);
    expect(contents(file?.binary ?? [])).toEqual({});
  });

  test('a size that no image has is refused, not tried', () => {
    expect(() => contents([{ kind: 'literal', bytes: 1e12, lines: '' }])).toThrow('too large');
  });
});
