import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TaskEvent } from '~/api/client';
import type { Feed } from '~/feed/feed';

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
    let seen = feed.events.length;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: ['task', id] });
    };
    const leave = feed.subscribe(() => {
      const fresh = feed.events.slice(seen);
      seen = feed.events.length;
      if (fresh.some(event => TELLING.has(event.type))) timer ??= setTimeout(look, GATHER_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [id, feed, client]);
}
