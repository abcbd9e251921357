// What is known of a task's events: from the first on, and, of a long task, the newest ones until the
// others have been read up to them. Both grow in place. Pure.
import type { TaskEvent } from '~/api/client';

export interface Log {
  /** In order of number and without gaps, from the first. */
  readonly events: TaskEvent[];
  /** The newest ones, for as long as something is missing before them. */
  end: TaskEvent[] | undefined;
}

type Seen = { readonly [K in keyof Log]: Readonly<Log[K]> };

export function emptyLog(): Log {
  return { events: [], end: undefined };
}

/** The number of the newest event. */
export function lastOf({ events, end }: Seen): number {
  return (end ?? events).at(-1)?.number ?? 0;
}

/** The newest page, which a log begins with. */
export function begin(log: Log, page: readonly TaskEvent[]): void {
  if ((page[0]?.number ?? 1) > 1) log.end = [...page];
  else for (const event of page) add(log, event);
}

/** Never twice, whatever was sent again after a break. */
export function add(log: Log, event: TaskEvent): void {
  if (event.number > lastOf(log)) (log.end ?? log.events).push(event);
}

/** A page from the beginning; with the last of them the log is one. */
export function addEarlier(log: Log, page: readonly TaskEvent[]): void {
  const { events, end } = log;
  const first = end?.[0]?.number;
  if (!end || first === undefined) return;
  for (const event of page) {
    if (event.number === (events.at(-1)?.number ?? 0) + 1 && event.number < first) {
      events.push(event);
    }
  }
  if ((events.at(-1)?.number ?? 0) + 1 < first) return;
  for (const event of end) events.push(event);
  log.end = undefined;
}
