import { expect, test } from 'vitest';
import { type Item, kinds } from './removed';

const item = (kind: Item['kind'], name: string, bytes: number): Item => ({ kind, name, bytes });

test('what frees most stands first, in kinds and in names', () => {
  const [tree, small, large] = [
    item('workspace', 'a', 40),
    item('mirror', 'b', 10),
    item('mirror', 'c', 90),
  ] as const;
  expect(kinds([tree, small, large])).toEqual([
    { kind: 'mirror', bytes: 100, items: [large, small] },
    { kind: 'workspace', bytes: 40, items: [tree] },
  ]);
});
