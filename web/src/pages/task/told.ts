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

/** How long an attempt waited for people in its turn: its clock stands still meanwhile. */
interface Waits {
  /** Milliseconds of those that are over. */
  ms: number;
  since: number;
  readonly open: Set<string>;
}

export interface Told {
  /** How many events were read. */
  read: number;
  /** Of those, how many told something. */
  news: number;
  asked: Budget | undefined;
  readonly raised: Map<number, Budget>;
  readonly turns: Map<number, Turn[]>;
  readonly waits: Map<number, Waits>;
}

export function nothingTold(): Told {
  return {
    read: 0,
    news: 0,
    asked: undefined,
    raised: new Map(),
    turns: new Map(),
    waits: new Map(),
  };
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

/** Milliseconds. */
export function waited(told: Told, attempt: number, now: number): number {
  const waits = told.waits.get(attempt);
  if (!waits) return 0;
  return waits.ms + (waits.open.size ? Math.max(0, now - waits.since) : 0);
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
    case 'approval_asked':
      asks(waitsOf(told, event.attempt), event.approval, Date.parse(event.at));
      return true;
    case 'approval_answered':
      answers(waitsOf(told, event.attempt), event.approval, Date.parse(event.at));
      return true;
    case 'phase_started':
      latest(told, event.attempt).phases.push({ phase: event.phase, startedAt: event.at });
      return true;
    case 'phase_ended':
      end(latest(told, event.attempt).phases, event);
      return true;
    case 'state_changed':
      // Whoever asked is gone, and asks anew.
      if (event.to === 'queued') closes(waitsOf(told, event.attempt), Date.parse(event.at));
      if (event.to === 'queued' && isEnded(event.from)) begin(told, event.attempt);
      latest(told, event.attempt).state = event.to;
      return true;
    default:
      return false;
  }
}

function waitsOf(told: Told, attempt: number): Waits {
  const known = told.waits.get(attempt);
  if (known) return known;
  const waits = { ms: 0, since: 0, open: new Set<string>() };
  told.waits.set(attempt, waits);
  return waits;
}

function asks(waits: Waits, approval: string, at: number): void {
  if (!waits.open.size) waits.since = at;
  waits.open.add(approval);
}

function answers(waits: Waits, approval: string, at: number): void {
  if (waits.open.delete(approval) && !waits.open.size) waits.ms += Math.max(0, at - waits.since);
}

function closes(waits: Waits, at: number): void {
  for (const approval of [...waits.open]) answers(waits, approval, at);
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
  told.waits.delete(attempt);
  const turn: Turn = { number: turns.length + 1, phases: [], state: 'queued' };
  turns.push(turn);
  told.turns.set(attempt, turns);
  return turn;
}
