import { expect, test } from 'vitest';
import { makeFormats } from './formats';

test('sizes read as people write them', () => {
  const { bytes } = makeFormats('en');
  expect([0, 1, 517, 1_000, 1_540_000, 78e9].map(bytes)).toEqual([
    '0 B',
    '1 B',
    '517 B',
    '1 kB',
    '1.5 MB',
    '78 GB',
  ]);
});
