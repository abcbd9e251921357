// What model calls used, told where their words or tools stand, and in all at their phase.
import type { TaskEvent } from '~/api/client';
import { milliseconds } from '~/time/duration';
import type { Spent } from './rows';
import { add, type Lane, replace, type Story } from './story';

type ModelCalled = Extract<TaskEvent, { type: 'model_called' }>;

/** The call is settled while its words come, or before the first of them. */
export function modelCalled(story: Story, lane: Lane, event: ModelCalled): void {
  const { usage, took, status, model } = event;
  const { input, output } = usage.tokens;
  const spent = { calls: 1, input, output, usd: usage.usd, took: Math.round(milliseconds(took)) };
  replace(story, lane.phase, 'phase', row => ({ ...row, spent: sum(row.spent, spent) }));
  if (status >= 400) {
    refused(story, lane, event, model, status);
    return;
  }
  const told =
    replace(story, lane.text, 'said', row => ({ ...row, spent: sum(row.spent, spent) })) ||
    replace(story, lane.text, 'thought', row => ({ ...row, spent: sum(row.spent, spent) }));
  lane.spent = told ? undefined : spent;
}

/** For the row that begins now. */
export function spentHere(lane: Lane): { spent?: Spent } {
  const { spent } = lane;
  lane.spent = undefined;
  return spent ? { spent } : {};
}

function refused(story: Story, lane: Lane, event: ModelCalled, model: string, status: number) {
  const grown = replace(story, lane.refused, 'refused', row => ({
    ...row,
    model,
    status,
    times: row.times + 1,
  }));
  if (!grown) lane.refused = add(story, event, { kind: 'refused', model, status, times: 1 });
}

function sum(a: Spent | undefined, b: Spent): Spent {
  if (!a) return b;
  return {
    calls: a.calls + b.calls,
    input: a.input + b.input,
    output: a.output + b.output,
    usd: a.usd + b.usd,
    took: a.took + b.took,
  };
}
