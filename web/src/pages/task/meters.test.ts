import { expect, test } from 'vitest';
import { meters, part } from './meters';

const at = '2026-05-17T10:00:00Z';
const usage = { calls: 3, tokens: { input: 900, cachedInput: 100, output: 100 }, usd: 0.5 };

test('what is limited stands beside its limit; the clock is the agent’s', () => {
  const found = meters({
    usage,
    phases: [
      { phase: 'setup', startedAt: at, took: 'PT9M' },
      { phase: 'run', startedAt: at },
    ],
    budget: { usd: 2, time: 'PT1H' },
    live: true,
    now: Date.parse(at) + 75_000,
    waited: 15_000,
  });
  expect(found).toEqual([
    { of: 'usd', used: 0.5, limit: 2 },
    { of: 'time', used: 60_000, limit: 3_600_000 },
    { of: 'tokens', used: 1_000, limit: undefined },
    { of: 'calls', used: 3, limit: undefined },
  ]);
  expect(found.map(part)).toEqual([0.25, 1 / 60, undefined, undefined]);
});

test('before anything was used there is nothing to say', () => {
  const none = { calls: 0, tokens: { input: 0, cachedInput: 0, output: 0 }, usd: 0 };
  expect(
    meters({ usage: none, phases: [], budget: { time: 'PT1H' }, live: true, now: 0, waited: 0 }),
  ).toEqual([]);
});
