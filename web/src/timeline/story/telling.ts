// A feed's events, folded as they come, a little in each frame, so that the page stays quick while a
// hundred thousand arrive. Of a long task the end is told first, as a story of its own; when the whole
// story has come up to it, that takes its place.
import type { TaskEvent } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { lastOf } from '~/feed/log';
import { fold } from './fold';
import { emptyStory, type Story } from './story';

/** Of each frame; the rest of it is for drawing. */
const SLICE_MS = 6;
/** While more is there than a frame can take, what was taken is shown this seldom. */
const SHOW_MS = 150;
/** The clock is looked at after so many events. */
const STEP = 64;

export interface Telling {
  /** Another object once the beginning was read. */
  readonly story: () => Story;
  /** How much of the beginning was read, from 0 to 1; nothing when nothing is missing. */
  readonly missing: () => number | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another number after each change. */
  readonly version: () => number;
}

/** Reads a list that grows, as far as there is time. */
class Reader {
  readonly story = emptyStory();
  #read = 0;
  readonly #attempt: number | undefined;

  constructor(attempt: number | undefined) {
    this.#attempt = attempt;
  }

  /** Answers whether nothing is left. */
  read(events: readonly TaskEvent[], end: number): boolean {
    while (this.#read < events.length) {
      const event = events[this.#read++];
      if (!event) break;
      if (!this.#attempt || event.attempt === this.#attempt) fold(this.story, event);
      if (this.#read % STEP === 0 && performance.now() > end) break;
    }
    return this.#read === events.length;
  }
}

/** @param attempt the one that is told; absent: all */
export function tell(feed: Feed, attempt: number | undefined): Telling {
  const whole = new Reader(attempt);
  let tail: { readonly reader: Reader; readonly events: readonly TaskEvent[] } | undefined;
  const listeners = new Set<() => void>();
  let frame = 0;
  let shown = 0;
  let version = 0;
  let isRead = false;
  let leave: (() => void) | undefined;

  const slice = () => {
    const end = performance.now() + SLICE_MS;
    tail ??= feed.end && { reader: new Reader(attempt), events: feed.end };
    // What came after the two were joined is the whole story's alone.
    const toldTail = tail?.reader.read(tail.events, end) ?? true;
    const toldWhole = whole.read(feed.events, end);
    isRead = toldTail && toldWhole;
    if (tail && !feed.end && toldWhole) tail = undefined;
  };
  const look = () => {
    frame = 0;
    slice();
    const now = performance.now();
    if (!isRead) ask();
    if (!isRead && now - shown < SHOW_MS) return;
    shown = now;
    version++;
    for (const listener of listeners) listener();
  };
  const ask = () => {
    frame ||= requestAnimationFrame(look);
  };

  slice();
  return {
    story: () => (tail?.reader ?? whole).story,
    missing: () => tail && (feed.events.at(-1)?.number ?? 0) / lastOf(feed),
    version: () => version,
    subscribe: listener => {
      listeners.add(listener);
      leave ??= feed.subscribe(ask);
      ask();
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        cancelAnimationFrame(frame);
        frame = 0;
        leave?.();
        leave = undefined;
      };
    },
  };
}
