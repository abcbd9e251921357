import { expect, test } from 'vitest';
import type { FileDiff } from '../patch/patch';
import { inTreeOrder, treeRows } from './tree';

const files = [
  'README.md',
  'server/src/main/java/drydock/Routes.java',
  'server/src/main/java/drydock/edge/Headers.java',
  'server/src/test/java/drydock/AuthTest.java',
  'web/src/part10.ts',
  'web/src/part9.ts',
].map(
  (path): FileDiff => ({
    path,
    status: 'modified',
    additions: 1,
    deletions: 0,
    hunks: [],
    size: 1,
    fingerprint: path,
  }),
);
const told = (folded: readonly string[], filter: string) =>
  treeRows(files, new Set(folded), filter).map(
    ({ depth, name, folder }) => `${'  '.repeat(depth)}${name}${folder ? '/' : ''}`,
  );

test('folders first, chains of single folders in one row, numbers as numbers', () => {
  expect(told([], '')).toEqual([
    'server/src/',
    '  main/java/drydock/',
    '    edge/',
    '      Headers.java',
    '    Routes.java',
    '  test/java/drydock/',
    '    AuthTest.java',
    'web/src/',
    '  part9.ts',
    '  part10.ts',
    'README.md',
  ]);
  expect(inTreeOrder(files).map(file => file.path.split('/').at(-1))).toEqual([
    'Headers.java',
    'Routes.java',
    'AuthTest.java',
    'part9.ts',
    'part10.ts',
    'README.md',
  ]);
});

test('a folded folder hides what is in it', () => {
  expect(told(['server/src/'], '')).toEqual([
    'server/src/',
    'web/src/',
    '  part9.ts',
    '  part10.ts',
    'README.md',
  ]);
});

test('what is searched for is seen, also in folded folders', () => {
  expect(told(['server/src/'], 'DRYDOCK test')).toEqual([
    'server/src/test/java/drydock/',
    '  AuthTest.java',
  ]);
  expect(told([], 'nowhere')).toEqual([]);
});
