import { expect, test } from 'vitest';
import { everyDay, lastDays, measured, NOTHING, ticks } from './days';

const usage = { calls: 3, usd: 0.5, tokens: { input: 100, cachedInput: 40, output: 7 } };

test('days without spending are days too', () => {
  const rows = [{ day: '2024-02-29', usage }];
  expect(everyDay({ from: '2024-02-28', to: '2024-03-01', rows })).toEqual([
    { day: '2024-02-28', usage: NOTHING },
    { day: '2024-02-29', usage },
    { day: '2024-03-01', usage: NOTHING },
  ]);
});

test('a range ends today, by the clock of the server', () => {
  expect(lastDays(7, Date.parse('2026-01-03T23:59:00Z'))).toEqual({
    from: '2025-12-28',
    to: '2026-01-03',
  });
});

test('what came from a cache is a part of the input', () => {
  expect(measured(usage, 'tokens')).toBe(107);
  expect(measured(usage, 'usd')).toBe(0.5);
});

test('lines stand at round numbers, and cover the highest bar', () => {
  expect(ticks(0, false)).toEqual([0, 1]);
  expect(ticks(0.07, false)).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
  expect(ticks(2, true)).toEqual([0, 1, 2]);
  expect(ticks(9500, true)).toEqual([0, 2500, 5000, 7500, 10000]);
});
