import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Task, TaskCounts } from '~/api/client';
import { endedTasksQuery, openTasksQuery, taskCountsQuery } from '~/api/queries';
import { endedStates, type Filter, showsOpen } from './filter';

export interface Tasks {
  readonly tasks: readonly Task[] | undefined;
  /** The words that these tasks fit, which are those of a moment ago while others are asked for. */
  readonly fits: string | undefined;
  readonly counts: TaskCounts | undefined;
  readonly more: (() => void) | undefined;
  readonly loadsMore: boolean;
}

/** Open ones as they change; ended ones page by page, looked at again when there are others. */
export function useTasks(filter: Filter): Tasks {
  const { show, ...sought } = filter;
  const client = useQueryClient();
  const open = useQuery({ ...openTasksQuery(sought), enabled: showsOpen(filter) });
  const states = endedStates(filter);
  const ended = useInfiniteQuery({
    ...endedTasksQuery({ ...sought, states, archived: show === 'archived' }),
    enabled: states.length > 0,
  });
  const { data: counts } = useQuery(taskCountsQuery(sought));
  const shelves = counts && JSON.stringify([sought, shelvesOf(counts)]);
  const before = useRef(shelves);
  useEffect(() => {
    const last = before.current;
    before.current = shelves;
    if (last && shelves !== last) void client.invalidateQueries({ queryKey: ['tasks', 'ended'] });
  }, [shelves, client]);

  const [takesOpen, takesEnded] = [showsOpen(filter), states.length > 0];
  const tasks = useMemo(() => {
    if ((takesOpen && !open.data) || (takesEnded && !ended.data)) return undefined;
    return [
      ...((takesOpen && open.data) || []),
      ...((takesEnded && ended.data?.pages.flatMap(page => page.tasks)) || []),
    ];
  }, [takesOpen, takesEnded, open.data, ended.data]);
  return {
    tasks,
    fits: ended.isPlaceholderData || open.isPlaceholderData ? undefined : filter.text,
    counts,
    more: states.length && ended.hasNextPage ? () => void ended.fetchNextPage() : undefined,
    loadsMore: ended.isFetchingNextPage,
  };
}

function shelvesOf({ succeeded, failed, canceled, archived }: TaskCounts) {
  return [succeeded, failed, canceled, archived];
}
