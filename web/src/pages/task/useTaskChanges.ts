import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TaskEvent } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { lastOf } from '~/feed/log';

/** What the task's own record shows: after one of these it is asked for again. */
const TELLING: ReadonlySet<TaskEvent['type']> = new Set<TaskEvent['type']>([
  'state_changed',
  'phase_started',
  'phase_ended',
  'model_called',
  'explained',
  'diff_taken',
  'checked',
  'artifacts_kept',
  'budget_raised',
  'approval_asked',
  'approval_answered',
  'cancel_requested',
  'ended',
]);
const GATHER_MS = 250;

/** Keeps the task's record as new as its events. */
export function useTaskChanges(id: string, feed: Feed | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!feed) return;
    let seen = lastOf(feed);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: ['task', id] });
    };
    const leave = feed.subscribe(() => {
      if (tellsSince(feed, seen)) timer ??= setTimeout(look, GATHER_MS);
      seen = lastOf(feed);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [id, feed, client]);
}

/** Does one of the events after that number tell? */
function tellsSince(feed: Feed, seen: number): boolean {
  const newest = feed.end ?? feed.events;
  for (let i = newest.length - 1; i >= 0; i--) {
    const event = newest[i];
    if (!event || event.number <= seen) return false;
    if (TELLING.has(event.type)) return true;
  }
  return false;
}
