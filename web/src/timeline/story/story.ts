// The fold from events to rows. An event costs O(1): it adds a row or replaces one.
import type { TaskEvent } from '~/api/client';
import type { Row, Spent } from './rows';

/** What is going on within an attempt; places in `rows`. */
export interface Lane {
  /** The words or the thought that grow. */
  text: number | undefined;
  /** How long the growing text must be before a cut is looked for again. */
  nextCut: number;
  phase: number | undefined;
  network: number | undefined;
  refused: number | undefined;
  /** Of a model call whose words or tools have not come yet. */
  spent: Spent | undefined;
  plan: number | undefined;
  turn: number;
  /** Tool calls that run, by their id. */
  readonly tools: Map<string, number>;
  /** What waits for a person, by its id. */
  readonly approvals: Map<string, number>;
}

export interface Story {
  /** Grows; a row that changes is replaced by another object. */
  readonly rows: Row[];
  readonly lanes: Map<number, Lane>;
  /** The event whose rows are made, and how many it has made. */
  of: number;
  made: number;
  /** Goes up with each event that is folded. */
  version: number;
}

export function emptyStory(): Story {
  return { rows: [], lanes: new Map(), of: 0, made: 0, version: 0 };
}

export function laneOf(story: Story, attempt: number): Lane {
  const known = story.lanes.get(attempt);
  if (known) return known;
  const lane: Lane = {
    text: undefined,
    nextCut: 0,
    phase: undefined,
    network: undefined,
    refused: undefined,
    spent: undefined,
    plan: undefined,
    turn: 1,
    tools: new Map(),
    approvals: new Map(),
  };
  story.lanes.set(attempt, lane);
  return lane;
}

type Content<R extends Row> = R extends Row ? Omit<R, 'id' | 'at' | 'attempt'> : never;

/** Rows are named after the event that began them, wherever the story was begun. */
const MOST_ROWS = 10_000;

/** What the task itself was asked: its first event says so. */
export const FIRST = MOST_ROWS;

/** Answers where the row stands. */
export function add(
  story: Story,
  event: Pick<TaskEvent, 'number' | 'at' | 'attempt'>,
  content: Content<Row>,
): number {
  const { number, at, attempt } = event;
  if (story.of !== number) {
    story.of = number;
    story.made = 0;
  }
  const id = number * MOST_ROWS + story.made++;
  return story.rows.push({ id, at, attempt, ...content } as Row) - 1;
}

export function replace<K extends Row['kind']>(
  story: Story,
  place: number | undefined,
  kind: K,
  change: (row: Extract<Row, { kind: K }>) => Extract<Row, { kind: K }>,
): boolean {
  const row = place === undefined ? undefined : story.rows[place];
  if (place === undefined || row?.kind !== kind) return false;
  story.rows[place] = change(row as Extract<Row, { kind: K }>);
  return true;
}
