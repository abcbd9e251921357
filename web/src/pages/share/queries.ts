import { QueryClient, queryOptions } from '@tanstack/react-query';
import { isAway, Refused } from '~/api/refused';
import { isEnded } from '~/api/states';
import { readTail } from '~/text/readTail';
import type { components } from '../../../generated/openapi';

export type SharedTask = components['schemas']['SharedTask'];

const FOLLOW_MS = 4_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (_, error) => isAway(error),
      retryDelay: times => Math.min(10_000, 500 * 2 ** times),
    },
  },
});

export function sharedQuery(token: string) {
  return queryOptions({
    queryKey: ['shared', token],
    queryFn: async ({ signal }): Promise<SharedTask> => {
      const response = await fetch(`/s/${token}/task.json`, { signal });
      const told: unknown = await response.json().catch(() => undefined);
      if (!response.ok) throw Refused.of(response.status, told);
      return told as SharedTask;
    },
    refetchInterval: ({ state }) => (state.data && isEnded(state.data.state) ? false : FOLLOW_MS),
  });
}

export function fileQuery(address: string) {
  return queryOptions({
    queryKey: ['file', address],
    queryFn: ({ signal }) => readTail(address, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
