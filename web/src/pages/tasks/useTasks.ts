import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Task } from '~/api/client';
import { endedTasksQuery, openTasksQuery } from '~/api/queries';
import { endedStates, type Filter, showsOpen } from './filter';

export interface Tasks {
  readonly tasks: readonly Task[] | undefined;
  readonly more: (() => void) | undefined;
  readonly loadsMore: boolean;
}

/** Open ones as they change; ended ones page by page, looked at again when an open one has ended. */
export function useTasks(filter: Filter): Tasks {
  const { text, repo } = filter;
  const client = useQueryClient();
  const open = useQuery({ ...openTasksQuery({ text, repo }), enabled: showsOpen(filter) });
  const states = endedStates(filter);
  const ended = useInfiniteQuery({
    ...endedTasksQuery({ text, repo, states }),
    enabled: states.length > 0,
  });
  const count = open.data?.length;
  const before = useRef(count);
  useEffect(() => {
    const fewer = count !== undefined && before.current !== undefined && count < before.current;
    before.current = count;
    if (fewer) void client.invalidateQueries({ queryKey: ['tasks', 'ended'] });
  }, [count, client]);

  const isLoading = (showsOpen(filter) && !open.data) || (states.length > 0 && !ended.data);
  return {
    tasks: isLoading
      ? undefined
      : [
          ...(showsOpen(filter) ? (open.data ?? []) : []),
          ...(states.length ? (ended.data?.pages.flatMap(page => page.tasks) ?? []) : []),
        ],
    more: states.length && ended.hasNextPage ? () => void ended.fetchNextPage() : undefined,
    loadsMore: ended.isFetchingNextPage,
  };
}
