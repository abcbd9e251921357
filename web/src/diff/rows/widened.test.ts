import { describe, expect, test } from 'vitest';
import { parsePatch } from '../patch/patch';
import { rowsOf } from './rows';
import { hiddenOf, widened } from './widened';

const [FILE] = parsePatch(`diff --git a/x b/x
index 1..2 100644
--- a/x
+++ b/x
@@ -3,2 +3,3 @@ top
 c
+new
 d
@@ -8,2 +9,1 @@ mid
-gone
 i
`);
const TEXT = 'a\nb\nc\nnew\nd\ne\nf\ng\ni\nj\n';

const shown = (from: number, to: number, text = TEXT) => {
  if (!FILE) throw new Error('no file');
  return widened(FILE, text, { from, to })?.hunks.map(
    it => `-${it.oldStart},${it.oldLines} +${it.newStart},${it.newLines} ${it.section}|${it.body}`,
  );
};
const FIRST = '-3,2 +3,3 top| c\n+new\n d\n';
const SECOND = '-8,2 +9,1 mid|-gone\n i\n';

test('lines above the first hunk, some and all', () => {
  expect(shown(2, 2)).toEqual(['-2,3 +2,4 top| b\n c\n+new\n d\n', SECOND]);
  expect(shown(1, 2)).toEqual(['-1,4 +1,5 | a\n b\n c\n+new\n d\n', SECOND]);
});

test('lines between two hunks: below one, above the other, and all, which joins them', () => {
  expect(shown(6, 6)).toEqual(['-3,3 +3,4 top| c\n+new\n d\n e\n', SECOND]);
  expect(shown(8, 8)).toEqual([FIRST, '-7,3 +8,2 mid| g\n-gone\n i\n']);
  expect(shown(6, 8)).toEqual(['-3,7 +3,7 top| c\n+new\n d\n e\n f\n g\n-gone\n i\n']);
});

test('lines in the middle of a gap are shown up to the nearer hunk', () => {
  expect(shown(7, 7)?.[1]).toBe('-6,4 +7,3 mid| f\n g\n-gone\n i\n');
  expect(shown(1, 1)?.[0]).toBe('-1,4 +1,5 | a\n b\n c\n+new\n d\n');
});

test('lines below the last hunk, up to the end without a newline', () => {
  const end = (to: number, text: string) => shown(10, to, text)?.[1];
  expect(end(10, TEXT)).toBe('-8,3 +9,2 mid|-gone\n i\n j\n');
  expect(end(Number.POSITIVE_INFINITY, `${TEXT}k\r\nl`)).toBe(
    '-8,5 +9,4 mid|-gone\n i\n j\n k\r\n l\n\\ No newline at end of file\n',
  );
  expect(end(10, `${TEXT}l`)).toBe('-8,3 +9,2 mid|-gone\n i\n j\n');
  expect(shown(11, 99)).toEqual([FIRST, SECOND]);
});

test('of another text nothing is shown', () => {
  expect(shown(1, 2, TEXT.replace('new', 'other'))).toBeUndefined();
});

describe('what is hidden', () => {
  const hidden = (side: 'old' | 'new', from: number, to: number) =>
    FILE && hiddenOf(FILE, { side, from, to });
  test('lines of the old file by their new numbers', () => {
    expect(hidden('old', 6, 7)).toEqual({ from: 7, to: 8 });
    expect(hidden('old', 2, 2)).toEqual({ from: 2, to: 2 });
    expect(hidden('old', 20, 20)).toEqual({ from: 20, to: 20 });
  });
  test('not what a hunk has; but what lies between two of them', () => {
    expect(hidden('new', 3, 5)).toBeUndefined();
    expect(hidden('old', 8, 8)).toBeUndefined();
    expect(hidden('new', 5, 9)).toEqual({ from: 5, to: 9 });
  });
});

describe('the row below the last hunk', () => {
  const LAST = `@@ -1,4 +1,4 @@
-a
+b
 c
 d
 e
`;
  const last = (hunks: string, hideSpaces = false, text?: string) => {
    const [file] = parsePatch(`diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n${hunks}`);
    const all = { from: 1, to: 0 };
    const shown = file && text !== undefined ? widened(file, text, all) : file;
    return shown && rowsOf(shown, { split: false, hideSpaces, readable: true }).rows.at(-1);
  };
  const row = (hidden: number | undefined, from: number) => ({
    kind: 'hunk',
    hidden,
    from,
    isLast: true,
    wider: true,
    section: '',
  });
  test('is there where the file may go on', () => {
    expect(last(LAST)).toEqual(row(undefined, 5));
    expect(last(LAST.replace(' e\n', ''))?.kind).toBe('line');
    expect(last(`${LAST}\\ No newline at end of file\n`)?.kind).toBe('line');
  });
  test('tells how many once the file was read; none is no row', () => {
    expect(last(LAST, false, 'b\nc\nd\ne\nf\ng\n')).toEqual(row(2, 5));
    expect(last(LAST, false, 'b\nc\nd\ne\n')?.kind).toBe('line');
  });
  test('stands for a hunk of mere spaces too', () => {
    const spaces = `${LAST}@@ -20 +20 @@\n-x\n+ x\n`;
    expect(last(spaces, true)).toEqual(row(undefined, 5));
  });
});
