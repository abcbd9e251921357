// What was used of what may be used. Pure.
import type { PhaseTiming, Usage } from '~/api/client';
import { milliseconds } from '~/time/duration';
import type { Budget } from './told';

export interface Meter {
  readonly of: 'usd' | 'time' | 'tokens' | 'calls';
  /** Dollars, milliseconds, or a count. */
  readonly used: number;
  /** Absent: as much as it takes. */
  readonly limit: number | undefined;
}

interface Asked {
  readonly usage: Usage;
  readonly phases: readonly PhaseTiming[];
  readonly budget: Budget | undefined;
  readonly live: boolean;
  readonly now: number;
  /** Milliseconds of it that it waited for a person. */
  readonly waited: number;
}

/** Money first, since people ask for that; then what may stop it. What was not used is left out. */
export function meters({ usage, phases, budget, live, now, waited }: Asked): Meter[] {
  const tokens = usage.tokens.input + usage.tokens.output;
  const all: Meter[] = [
    { of: 'usd', used: usage.usd, limit: budget?.usd },
    {
      of: 'time',
      used: Math.max(0, agentTime(phases, live, now) - waited),
      limit: timeLimit(budget),
    },
    { of: 'tokens', used: tokens, limit: budget?.tokens },
    { of: 'calls', used: usage.calls, limit: budget?.calls },
  ];
  return all.filter(({ used, limit, of }) => used > 0 || (limit !== undefined && of !== 'time'));
}

/** From 0 to 1; nothing without a limit. */
export function part({ used, limit }: Meter): number | undefined {
  return limit ? Math.min(1, used / limit) : undefined;
}

/** The clock of the budget runs while the agent does, and begins anew with each turn. */
function agentTime(phases: readonly PhaseTiming[], live: boolean, now: number): number {
  return phases
    .filter(it => it.phase === 'run')
    .map(({ startedAt, took }) => {
      if (took !== undefined) return milliseconds(took);
      return live ? Math.max(0, now - Date.parse(startedAt)) : 0;
    })
    .reduce((sum, ms) => sum + ms, 0);
}

function timeLimit(budget: Budget | undefined): number | undefined {
  return budget ? milliseconds(budget.time) : undefined;
}
