import { expect, test } from 'vitest';
import { fragment, type Place, placeOf } from './place';

const KNOWN = ['src/a b.py', 'odd-L3', '漢/#?.txt'];
const known = (path: string) => KNOWN.includes(path);

test.each<[string, Place]>([
  ['#file-src/a%20b.py', { path: 'src/a b.py' }],
  ['#file-src/a%20b.py-L12', { path: 'src/a b.py', lines: { side: 'new', from: 12, to: 12 } }],
  ['#file-src/a%20b.py-D3-9', { path: 'src/a b.py', lines: { side: 'old', from: 3, to: 9 } }],
  ['#file-odd-L3', { path: 'odd-L3' }],
  ['#file-odd-L3-L4', { path: 'odd-L3', lines: { side: 'new', from: 4, to: 4 } }],
  ['#file-%E6%BC%A2/%23%3F.txt', { path: '漢/#?.txt' }],
])('%s', (hash, place) => {
  expect(placeOf(hash, known)).toEqual(place);
  expect(fragment(place)).toBe(hash);
});

test.each(['', '#', '#other', '#file-', '#file-none.py-L1', '#file-%E0%A4%A'])(
  '%s is none',
  hash => {
    expect(placeOf(hash, known)).toBeUndefined();
  },
);

test('lines the wrong way round are turned', () => {
  expect(placeOf('#file-odd-L3-L9-4', known)?.lines).toEqual({ side: 'new', from: 4, to: 9 });
});
