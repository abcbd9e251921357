// A task's events, live: one connection for all who look on. Goes on by itself where it broke off.
import type { TaskEvent } from '~/api/client';
import { tellFailed, tellUp } from '~/api/connection';
import { isRefused } from '~/api/refused';
import { drawn } from './drawn';
import { gathered } from './gathered';
import { NOTHING, read } from './lines';
import { add, addEarlier, begin, emptyLog, type Log, lastOf } from './log';
import { newest, pageAfter, streamAfter } from './pages';

export type FeedStatus =
  /** Before the first answer. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** The server is away; the next try is at this time. */
  | { readonly kind: 'away'; readonly retryAt: number }
  /** The task has ended and all is read. A new turn begins by `resume`. */
  | { readonly kind: 'ended' }
  /** The task was deleted, or may not be looked at. */
  | { readonly kind: 'gone' };

export interface Feed {
  readonly taskId: string;
  /** In order of number and without gaps. Grows in place, so compare its length. */
  readonly events: readonly TaskEvent[];
  /** Of a long task, the newest events, until `events` has come up to them; then nothing. */
  readonly end: readonly TaskEvent[] | undefined;
  readonly status: FeedStatus;
  /** Called after events came, a few times a second, and when the status changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks again: at once if it is away, anew if it had ended, on if it was paused. */
  readonly resume: () => void;
  /** Gives its connection back: a browser has six for all its tabs. */
  readonly pause: () => void;
  readonly close: () => void;
}

const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 15_000;
/** The server writes at least a comment every 15 s: silence for longer is a dead connection. */
const SILENCE_MS = 40_000;

/** Words that a model writes are shown as they come. */
const PAUSE_MS = 120;
/** So many at once are an agent whose events nobody reads one by one: drawing them costs frames. */
const MANY = 30;
const BUSY_MS = 450;
/** Drawing them takes no more than this part of the time, so that at most one frame in 25 is late. */
const SHARE = 1 / 25;
const LONGEST_MS = 1_500;

/** Always the same, so that who shows the status sees no change while events come. */
const LIVE: FeedStatus = { kind: 'live' };

export function openFeed(taskId: string): Feed {
  const log = emptyLog();
  const listeners = new Set<() => void>();
  let status: FeedStatus = { kind: 'connecting' };
  let stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let paused = false;

  const hangUp = () => {
    clearTimeout(timer);
    const last = stop;
    stop = new AbortController();
    last.abort();
  };

  let toldUpTo = 0;
  let drawnIn = 0;
  const pauseMs = () => {
    const many = lastOf(log) - toldUpTo > MANY;
    toldUpTo = lastOf(log);
    return many ? Math.min(LONGEST_MS, Math.max(BUSY_MS, drawnIn / SHARE)) : PAUSE_MS;
  };
  const telling = gathered(() => {
    for (const listener of listeners) listener();
    drawn(ms => {
      drawnIn = ms;
    });
  }, pauseMs);
  const tell = (next?: FeedStatus) => {
    const isSame = next === undefined || next === status;
    if (next) status = next;
    if (isSame) telling.soon();
    else telling.now();
  };

  const connect = async () => {
    hangUp();
    paused = false;
    const own = stop;
    try {
      const told = () => {
        failures = 0;
        tellUp();
        tell(LIVE);
      };
      if (!lastOf(log)) begin(log, await newest(taskId, own.signal));
      told();
      fill(own).catch(error => {
        if (own !== stop) return;
        hangUp();
        again(error);
      });
      const ended = await follow(taskId, log, own, told);
      if (own !== stop) return;
      if (ended) tell({ kind: ended });
      else again(new TypeError('the stream broke off'));
    } catch (error) {
      if (own === stop) again(error);
    }
  };

  /** What lies before the end. */
  const fill = async (own: AbortController) => {
    while (log.end) {
      const read = log.events.at(-1)?.number ?? 0;
      addEarlier(log, await pageAfter(taskId, read, own.signal));
      if (own !== stop) return;
      tell();
    }
  };

  const again = (error: unknown) => {
    tellFailed(error);
    if (isRefused(error, 404) || isRefused(error, 401)) return tell({ kind: 'gone' });
    const wait = Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    timer = setTimeout(connect, wait);
    tell({ kind: 'away', retryAt: Date.now() + wait });
  };

  void connect();
  return {
    taskId,
    events: log.events,
    get end() {
      return log.end;
    },
    get status() {
      return status;
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: () => {
      if (paused || status.kind === 'away' || status.kind === 'ended') void connect();
    },
    pause: () => {
      paused = status.kind !== 'gone' && (status.kind !== 'ended' || log.end !== undefined);
      hangUp();
    },
    close: () => {
      listeners.clear();
      telling.stop();
      hangUp();
    },
  };
}

/** Reads until the stream ends. Answers how the task did, or nothing if the stream just broke off. */
async function follow(
  taskId: string,
  log: Log,
  stop: AbortController,
  told: () => void,
): Promise<'ended' | 'gone' | undefined> {
  const stream = await streamAfter(taskId, lastOf(log), stop.signal);
  if (!stream) return 'ended';
  told();
  let rest = NOTHING;
  let silence = setTimeout(() => stop.abort(), SILENCE_MS);
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      clearTimeout(silence);
      silence = setTimeout(() => stop.abort(), SILENCE_MS);
      const found = read(rest, value);
      rest = found.rest;
      for (const { event, data } of found.messages) {
        if (event === 'end') return 'ended';
        if (event === 'gone') return 'gone';
        add(log, JSON.parse(data) as TaskEvent);
      }
      if (found.messages.length) told();
    }
  } finally {
    clearTimeout(silence);
    void reader.cancel().catch(() => {});
  }
}
