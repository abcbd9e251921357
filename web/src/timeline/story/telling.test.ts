import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { TaskEvent } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { add, addEarlier, begin, emptyLog } from '~/feed/log';
import { storyOf } from './fold';
import { tell } from './telling';

const recorded = join(import.meta.dirname, 'recorded/continued.json');
const events = JSON.parse(readFileSync(recorded, 'utf8')) as TaskEvent[];

test('the end is told first, with the names that its rows have in the whole story', () => {
  let frame: (() => void) | undefined;
  vi.stubGlobal('requestAnimationFrame', (next: () => void) => {
    frame = next;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {});
  let changed = () => {};
  const log = emptyLog();
  const feed = {
    events: log.events,
    get end() {
      return log.end;
    },
    subscribe: (listener: () => void) => {
      changed = listener;
      return () => {};
    },
  } as unknown as Feed;
  const comes = (act: () => void) => {
    act();
    changed();
    frame?.();
  };
  const half = events.length >> 1;

  const told = tell(feed, undefined);
  const leave = told.subscribe(() => {});
  comes(() => begin(log, events.slice(half, -1)));
  expect(told.missing()).toBe(0);
  const end = told.story().rows.map(row => row.id);
  expect(end.length).toBeGreaterThan(3);
  comes(() => addEarlier(log, events.slice(0, half)));
  expect(told.missing()).toBeUndefined();
  comes(() => add(log, events.at(-1) as TaskEvent));
  expect(told.story().rows).toEqual(storyOf(events).rows);
  expect(told.story().rows.map(row => row.id)).toEqual(expect.arrayContaining(end.slice(1)));
  leave();
  vi.unstubAllGlobals();
});
