import { expect, test } from 'vitest';
import { NOTHING, open, read, written } from './kept';

function memory(first?: string): Storage {
  const items = new Map<string, string>(first ? [['drydock.reviews', first]] : []);
  return {
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
  };
}

test('what was ticked is there again, for its own task and attempt', () => {
  const storage = memory();
  open('a.1', storage).change(kept => ({ ...kept, viewed: { 'x.py': 'f1' } }));
  open('a.2', storage).change(kept => ({ ...kept, viewed: { 'x.py': 'f2' } }));
  expect(open('a.1', storage).now()).toEqual({ viewed: { 'x.py': 'f1' }, drafts: [] });
  expect(open('b.1', storage).now()).toEqual(NOTHING);
});

test('a review without anything in it leaves nothing behind', () => {
  expect(written({ a: { at: 1, viewed: { x: 'f' }, drafts: [] } }, 'a', NOTHING, 2)).toBe('{}');
});

test('the oldest ones are forgotten', () => {
  const all = Object.fromEntries(
    Array.from({ length: 80 }, (_, i) => [`t${i}`, { at: i, viewed: { x: 'f' }, drafts: [] }]),
  );
  const left = Object.keys(JSON.parse(written(all, 'new', { viewed: { y: 'g' }, drafts: [] }, 99)));
  expect([left.length, left[0], left.at(-1)]).toEqual([60, 'new', 't21']);
});

test.each(['', 'no JSON', '[]', 'null', '{"a":null}', '{"a":{"viewed":1}}'])(
  'what is no review is none: %s',
  text => {
    expect(read(text)).toEqual({});
  },
);

test('storage that refuses loses nothing of this page', () => {
  const storage = memory();
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const review = open('a.1', storage);
  review.change(kept => ({ ...kept, viewed: { x: 'f' } }));
  expect(review.now()).toEqual({ viewed: { x: 'f' }, drafts: [] });
});
