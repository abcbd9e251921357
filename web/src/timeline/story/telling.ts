// A feed's events, folded as they come, a little in each frame, so that the page stays quick while a
// hundred thousand arrive.
import type { Feed } from '~/feed/feed';
import { fold } from './fold';
import { emptyStory, type Story } from './story';

/** Of each frame; the rest of it is for drawing. */
const SLICE_MS = 6;
/** While more is there than a frame can take, what was taken is shown this seldom. */
const SHOW_MS = 150;
/** The clock is looked at after so many events. */
const STEP = 64;

export interface Telling {
  readonly story: Story;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another number after each change. */
  readonly version: () => number;
}

/** @param attempt the one that is told; absent: all */
export function tell(feed: Feed, attempt: number | undefined): Telling {
  const story = emptyStory();
  const listeners = new Set<() => void>();
  let read = 0;
  let frame = 0;
  let shown = 0;
  let version = 0;
  let leave: (() => void) | undefined;

  const slice = () => {
    const end = performance.now() + SLICE_MS;
    while (read < feed.events.length) {
      const event = feed.events[read++];
      if (!event) break;
      if (!attempt || event.attempt === attempt) fold(story, event);
      if (read % STEP === 0 && performance.now() > end) break;
    }
  };
  const look = () => {
    frame = 0;
    slice();
    const now = performance.now();
    const behind = read < feed.events.length;
    if (behind) ask();
    if (version === read || (behind && now - shown < SHOW_MS)) return;
    shown = now;
    version = read;
    for (const listener of listeners) listener();
  };
  const ask = () => {
    frame ||= requestAnimationFrame(look);
  };

  slice();
  version = read;
  return {
    story,
    version: () => version,
    subscribe: listener => {
      listeners.add(listener);
      leave ??= feed.subscribe(() => {
        if (read < feed.events.length) ask();
      });
      if (read < feed.events.length) ask();
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
