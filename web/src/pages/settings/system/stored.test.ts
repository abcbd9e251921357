import { expect, test } from 'vitest';
import { type Stored, stored } from './stored';

const DISK = { free: 5, total: 9, floor: 1, cacheBudget: 7 };
const of = (kind: Stored['kind'], bytes: number): Stored => ({ kind, bytes, entries: 1 });

test('the largest comes first, and what can be made again is counted', () => {
  const kinds = [of('logs', 3), of('mirrors', 20), of('checkouts', 4), of('database', 9)];
  const { kinds: shown, caches } = stored({
    ...DISK,
    used: { at: '2026-05-17T00:00:00Z', took: 'PT1S', kinds },
  });
  expect(shown.map(({ kind }) => kind)).toEqual(['mirrors', 'database', 'checkouts', 'logs']);
  expect(caches).toBe(24);
});

test('before the first look nothing is known', () => {
  expect(stored(DISK)).toEqual({ kinds: [], caches: 0 });
});
