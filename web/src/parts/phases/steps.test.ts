import { expect, test } from 'vitest';
import { steps } from './steps';

const at = '2026-05-17T10:00:00Z';
const now = Date.parse(at) + 5_000;

test('the phase that runs counts on, and the rest of the way is seen', () => {
  const phases = [
    { phase: 'queue' as const, startedAt: at, took: 'PT1S' },
    { phase: 'checkout' as const, startedAt: at },
  ];
  expect(steps({ phases, state: 'preparing', failed: undefined, hasCheck: true, now })).toEqual([
    { phase: 'queue', kind: 'done', ms: 1_000, note: undefined },
    { phase: 'checkout', kind: 'runs', ms: 5_000, note: undefined },
    { phase: 'setup', kind: 'ahead', ms: undefined, note: undefined },
    { phase: 'run', kind: 'ahead', ms: undefined, note: undefined },
    { phase: 'collect', kind: 'ahead', ms: undefined, note: undefined },
    { phase: 'check', kind: 'ahead', ms: undefined, note: undefined },
  ]);
});

test('of a failed one, the last try of the phase is the one that failed', () => {
  const phases = [
    { phase: 'setup' as const, startedAt: at, took: 'PT1S' },
    { phase: 'setup' as const, startedAt: at, took: 'PT2S', note: 'from the start' },
    { phase: 'collect' as const, startedAt: at },
  ];
  expect(steps({ phases, state: 'failed', failed: 'setup', hasCheck: true, now })).toEqual([
    { phase: 'setup', kind: 'done', ms: 1_000, note: undefined },
    { phase: 'setup', kind: 'failed', ms: 2_000, note: 'from the start' },
    { phase: 'collect', kind: 'stopped', ms: undefined, note: undefined },
  ]);
});
