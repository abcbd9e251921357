import { expect, test } from 'vitest';
import type { TaskEvent } from '~/api/client';
import { budgetOf, nothingTold, tell, turnsOf, waited } from './told';

const about = {
  attempt: 1,
  at: '2026-05-17T10:00:00Z',
  actor: { kind: 'system', name: 'drydock' },
};
const events = [
  { ...about, type: 'task_created', request: { budget: { usd: 1, time: 'PT1H' } } },
  { ...about, type: 'phase_started', phase: 'queue' },
  { ...about, type: 'phase_ended', phase: 'queue', took: 'PT2S', note: 'two waited before it' },
  { ...about, type: 'phase_started', phase: 'run' },
  { ...about, type: 'state_changed', from: 'running', to: 'failed' },
  { ...about, type: 'budget_raised', budget: { usd: 3, time: 'PT1H' } },
  { ...about, type: 'state_changed', from: 'failed', to: 'queued' },
  { ...about, type: 'phase_started', phase: 'queue' },
] as unknown as TaskEvent[];

test('a turn begins when an ended attempt is queued again, and what was raised counts', () => {
  const told = nothingTold();
  tell(told, events);

  expect(turnsOf(told, 1)).toEqual([
    {
      number: 1,
      state: 'failed',
      phases: [
        { phase: 'queue', startedAt: about.at, took: 'PT2S', note: 'two waited before it' },
        { phase: 'run', startedAt: about.at },
      ],
    },
    { number: 2, state: 'queued', phases: [{ phase: 'queue', startedAt: about.at }] },
  ]);
  expect(budgetOf(told, 1)).toEqual({ usd: 3, time: 'PT1H' });
  expect(budgetOf(told, 2)).toEqual({ usd: 1, time: 'PT1H' });
});

test('what was read is not read again', () => {
  const told = nothingTold();
  for (let n = 1; n <= events.length; n++) tell(told, events.slice(0, n));
  const whole = nothingTold();
  tell(whole, events);
  expect(told).toEqual(whole);
});

test('the time that an attempt waits for people is known, however many questions are open', () => {
  const told = nothingTold();
  const at = (seconds: number) => `2026-05-17T10:00:${String(seconds).padStart(2, '0')}Z`;
  const happens = (type: string, seconds: number, more: object) =>
    [{ ...about, type, at: at(seconds), ...more }] as unknown as TaskEvent[];
  const all = [
    ...happens('phase_started', 0, { phase: 'run' }),
    ...happens('approval_asked', 5, { approval: '1-1' }),
    ...happens('approval_asked', 7, { approval: '1-2' }),
    ...happens('approval_answered', 8, { approval: '1-1' }),
    ...happens('approval_answered', 15, { approval: '1-2' }),
    ...happens('approval_asked', 20, { approval: '1-3' }),
  ];
  tell(told, all);
  expect(waited(told, 1, Date.parse(at(24)))).toBe(14_000);
  tell(told, [...all, ...happens('state_changed', 30, { from: 'running', to: 'queued' })]);
  expect(waited(told, 1, Date.parse(at(59)))).toBe(20_000);
});
