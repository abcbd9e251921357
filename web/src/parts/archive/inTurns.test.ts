import { expect, test } from 'vitest';
import { inTurns } from './inTurns';

test('all are done, few at a time, and a refusal stops nobody', async () => {
  const seen: number[] = [];
  let now = 0;
  let most = 0;
  const outcome = await inTurns([1, 2, 3, 4, 5], 2, async item => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    seen.push(item);
    if (item === 3) throw new Error('no');
  });
  expect(seen.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(outcome).toEqual({ done: 4, refused: [new Error('no')] });
});
