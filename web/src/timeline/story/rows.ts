// What a timeline shows: a row for each thing that happened, in the order in which each began.
import type { DiffStat, Phase, Result, State, TaskEvent } from '~/api/client';

type Of<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

interface Row_ {
  readonly id: number;
  readonly at: string;
  readonly attempt: number;
}

/** What a program printed. Of more than a megabyte the end is kept. */
export interface Printed {
  readonly text: string;
  /** Characters that were dropped before `text`. */
  readonly dropped: number;
}

/** What model calls used. */
export interface Spent {
  readonly calls: number;
  readonly input: number;
  readonly output: number;
  readonly usd: number;
  /** Milliseconds. */
  readonly took: number;
}

/** Somebody asked for something: the task, its next turn, or a word to the running agent. */
export interface AskedRow extends Row_ {
  readonly kind: 'asked';
  readonly text: string;
  readonly attachments: readonly string[];
  readonly by: string;
}

/** A new attempt, or a new turn of the same: a heading. */
export interface TurnRow extends Row_ {
  readonly kind: 'turn';
  readonly turn: number;
  readonly reason?: string;
}

export interface PhaseRow extends Row_ {
  readonly kind: 'phase';
  readonly phase: Phase;
  readonly ends: 'open' | 'ended' | 'failed' | 'cut';
  /** Milliseconds, once it has ended. */
  readonly took?: number;
  /** Why it took that long, or what came of it. */
  readonly note?: string;
  readonly commit?: { readonly id: string; readonly subject: string };
  readonly printed: Printed;
  /** By the model calls in it. */
  readonly spent?: Spent;
}

/** The task moved on in a way that needs a reason. */
export interface MovedRow extends Row_ {
  readonly kind: 'moved';
  readonly to: State;
  readonly reason?: string;
}

/** The agent's words as Markdown. A long text is several rows, which a reader does not notice. */
export interface SaidRow extends Row_ {
  readonly kind: 'said';
  readonly text: string;
  readonly goesOn: boolean;
  readonly spent?: Spent;
}

export interface ThoughtRow extends Row_ {
  readonly kind: 'thought';
  readonly text: string;
  readonly goesOn: boolean;
  readonly spent?: Spent;
}

export interface ToolRow extends Row_ {
  readonly kind: 'tool';
  readonly call: string;
  readonly title: string;
  /** ACP's: read, edit, execute, search, fetch, think, delete, move, other. */
  readonly tool: string;
  /** JSON, shortened. */
  readonly input: string;
  /** `cut`: it never ended; the agent or the server went away while it ran. */
  readonly status: 'running' | 'completed' | 'failed' | 'cut';
  readonly took?: number;
  readonly printed: Printed;
  readonly spent?: Spent;
}

export interface PlanRow extends Row_ {
  readonly kind: 'plan';
  readonly entries: Of<'plan_changed'>['entries'];
  /** A later plan took its place. */
  readonly old: boolean;
}

/** What an agent asked to be allowed, and what came of it. */
export interface PermissionRow extends Row_ {
  readonly kind: 'permission';
  /** Of the tool that waits for it. */
  readonly tool: string;
  /** The command, the file, or what the agent calls it. */
  readonly subject: string;
  readonly input: string;
  /** What a person answers to; absent if a policy answered. */
  readonly approval?: string;
  /** Nobody waits for an answer any more: the agent is gone. */
  readonly closed?: true;
  /** Without an answer by then it is denied. */
  readonly until?: string;
  readonly answer?: {
    readonly allowed: boolean;
    readonly by: string;
    readonly remembered: boolean;
    /** Why it was denied without a person. */
    readonly reason?: string;
  };
}

export interface Tried {
  readonly host: string;
  readonly port: number;
  readonly decision: 'allowed' | 'blocked';
  readonly reason: string;
  readonly times: number;
}

/** What was tried with nothing else between, by host. */
export interface NetworkRow extends Row_ {
  readonly kind: 'network';
  readonly phase: Phase;
  readonly tried: readonly Tried[];
  /** Attempts to hosts beyond those listed. */
  readonly further: number;
}

export interface NoteRow extends Row_ {
  readonly kind: 'note';
  readonly text: string;
}

/** A model call that was answered with an error, however often in a row. */
export interface RefusedRow extends Row_ {
  readonly kind: 'refused';
  readonly model: string;
  /** Of HTTP. */
  readonly status: number;
  readonly times: number;
}

export interface DiffRow extends Row_ {
  readonly kind: 'diff';
  readonly stat: DiffStat;
  readonly setupTouched: readonly string[];
}

export interface CheckRow extends Row_ {
  readonly kind: 'check';
  readonly result: NonNullable<Result['check']>;
}

export interface ArtifactsRow extends Row_ {
  readonly kind: 'artifacts';
  readonly artifacts: Of<'artifacts_kept'>['artifacts'];
}

export interface BudgetRow extends Row_ {
  readonly kind: 'budget';
  readonly budget: Of<'budget_raised'>['budget'];
  readonly from: Of<'budget_raised'>['from'];
  readonly by: string;
}

/** A person's doing that is told in one line. */
export interface DoneRow extends Row_ {
  readonly kind: 'done';
  readonly what: 'cancel' | 'share' | 'unshare' | 'archive' | 'unarchive';
  readonly by: string;
}

export interface EndedRow extends Row_ {
  readonly kind: 'ended';
  readonly outcome: Of<'ended'>['outcome'];
}

export type Row =
  | AskedRow
  | TurnRow
  | PhaseRow
  | MovedRow
  | SaidRow
  | ThoughtRow
  | ToolRow
  | PlanRow
  | PermissionRow
  | NetworkRow
  | NoteRow
  | RefusedRow
  | DiffRow
  | CheckRow
  | ArtifactsRow
  | BudgetRow
  | DoneRow
  | EndedRow;
