// What a task's events tell that its record does not: the budget of each attempt, and the phases of
// turns that are over. Grows with the events and reads each of them once. Apart from React.
import type { PhaseTiming, State, TaskEvent } from '~/api/client';
import { isEnded } from '~/api/states';

export type Budget = Extract<TaskEvent, { type: 'budget_raised' }>['budget'];

export interface Turn {
  readonly number: number;
  readonly phases: PhaseTiming[];
  /** As it was last; of a turn that is over, how it ended. */
  state: State;
}

export interface Told {
  /** How many events were read. */
  read: number;
  /** Of those, how many told something. */
  news: number;
  asked: Budget | undefined;
  readonly raised: Map<number, Budget>;
  readonly turns: Map<number, Turn[]>;
}

export function nothingTold(): Told {
  return { read: 0, news: 0, asked: undefined, raised: new Map(), turns: new Map() };
}

/** Reads on. */
export function tell(told: Told, events: readonly TaskEvent[]): void {
  for (; told.read < events.length; told.read++) {
    const event = events[told.read];
    if (event && add(told, event)) told.news++;
  }
}

export function budgetOf(told: Told, attempt: number): Budget | undefined {
  return told.raised.get(attempt) ?? told.asked;
}

export function turnsOf(told: Told, attempt: number): readonly Turn[] {
  return told.turns.get(attempt) ?? [];
}

/** Answers whether it told something. */
function add(told: Told, event: TaskEvent): boolean {
  switch (event.type) {
    case 'task_created':
      told.asked = event.request.budget;
      return true;
    case 'budget_raised':
      told.raised.set(event.attempt, event.budget);
      return true;
    case 'phase_started':
      latest(told, event.attempt).phases.push({ phase: event.phase, startedAt: event.at });
      return true;
    case 'phase_ended':
      end(latest(told, event.attempt).phases, event);
      return true;
    case 'state_changed':
      if (event.to === 'queued' && isEnded(event.from)) begin(told, event.attempt);
      latest(told, event.attempt).state = event.to;
      return true;
    default:
      return false;
  }
}

function end(phases: PhaseTiming[], event: Extract<TaskEvent, { type: 'phase_ended' }>): void {
  const index = phases.findLastIndex(it => it.phase === event.phase);
  const begun = phases[index];
  if (!begun) return;
  const { took, note } = event;
  phases[index] = { ...begun, took, ...(note === undefined ? {} : { note }) };
}

function latest(told: Told, attempt: number): Turn {
  return told.turns.get(attempt)?.at(-1) ?? begin(told, attempt);
}

function begin(told: Told, attempt: number): Turn {
  const turns = told.turns.get(attempt) ?? [];
  const turn: Turn = { number: turns.length + 1, phases: [], state: 'queued' };
  turns.push(turn);
  told.turns.set(attempt, turns);
  return turn;
}
