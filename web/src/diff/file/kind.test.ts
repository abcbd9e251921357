import { expect, test } from 'vitest';
import type { FileDiff } from '../patch/patch';
import { foldedAtFirst, isTurned, lineEnds, rowsExpected } from './kind';

const file = (body: string, rest: Partial<FileDiff> = {}): FileDiff => ({
  path: 'src/a.py',
  status: 'modified',
  additions: 1,
  deletions: 1,
  hunks: [{ oldStart: 1, oldLines: 2, newStart: 1, newLines: 2, section: '', body }],
  size: 100,
  fingerprint: 'f',
  ...rest,
});

test.each<[string, Partial<FileDiff>, string | undefined]>([
  ['an ordinary one', {}, undefined],
  ['a deleted one', { status: 'deleted' }, 'deleted'],
  ['a lock file', { path: 'web/package-lock.json' }, 'generated'],
  ['a file that is called so', { path: 'src/yarn.lock.ts' }, undefined],
  ['many lines', { additions: 50_000 }, 'large'],
  ['one long line', { size: 1_000_000 }, 'large'],
  ['a picture', { size: 1_000_000, binary: [], hunks: [] }, undefined],
])('%s', (_, rest, expected) => {
  expect(foldedAtFirst(file('', rest))).toBe(expected);
});

test('rows are known before the lines are read', () => {
  expect([rowsExpected(file(''), false), rowsExpected(file(''), true)]).toEqual([3, 2]);
});

test.each([
  [' a\n-b\n+c\n', { all: false, mixed: false }],
  [' a\r\n-b\r\n+c\r\n', { all: true, mixed: false }],
  [' a\r\n-b\r\n+c\n', { all: false, mixed: true }],
])('line ends of %j', (body, expected) => {
  expect(lineEnds(file(body))).toEqual(expected);
});

test('direction marks count where they are new', () => {
  expect([' a\n+b\u2066\n', ' a\u2066\n+b\n', '-\u202e\n'].map(it => isTurned(file(it)))).toEqual([
    true,
    false,
    false,
  ]);
});
