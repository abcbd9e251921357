// The phases of a turn as steps on a line: those that were, the one that is, those to come. Pure.
import type { Phase, PhaseTiming, State } from '~/api/client';
import { isEnded } from '~/api/states';
import { milliseconds } from '~/time/duration';

export interface Step {
  readonly phase: Phase;
  readonly kind: 'done' | 'runs' | 'failed' | 'stopped' | 'ahead';
  /** How long it took, or runs so far; absent if nobody knows. */
  readonly ms: number | undefined;
  readonly note: string | undefined;
}

const ALWAYS: readonly Phase[] = ['queue', 'checkout', 'setup', 'run', 'collect'];

interface Asked {
  readonly phases: readonly PhaseTiming[];
  readonly state: State;
  /** The one that it failed in. */
  readonly failed: Phase | undefined;
  readonly hasCheck: boolean;
  readonly now: number;
}

export function steps({ phases, state, failed, hasCheck, now }: Asked): Step[] {
  const live = !isEnded(state);
  const begun = phases.map(({ phase, startedAt, took, note }, index): Step => {
    const isLast = !phases.slice(index + 1).some(it => it.phase === phase);
    const runs = took === undefined && live && index === phases.length - 1;
    const bad = phase === failed && isLast;
    const kind = runs ? 'runs' : bad ? 'failed' : took === undefined ? 'stopped' : 'done';
    const ms = took !== undefined ? milliseconds(took) : runs ? since(startedAt, now) : undefined;
    return { phase, kind, ms, note };
  });
  if (!live) return begun;
  const last = phases.at(-1)?.phase;
  const way = hasCheck ? [...ALWAYS, 'check' as const] : ALWAYS;
  const ahead = last ? way.slice(way.indexOf(last) + 1) : way;
  return [
    ...begun,
    ...ahead.map((phase): Step => ({ phase, kind: 'ahead', ms: undefined, note: undefined })),
  ];
}

function since(at: string, now: number): number {
  return Math.max(0, now - Date.parse(at));
}
