// Links to a task for people without an account.
import { queryOptions } from '@tanstack/react-query';
import { api, body, onceKey } from '~/api/client';

export type SharePart = 'logs' | 'prompts';

export function sharesQuery(taskId: string) {
  return queryOptions({
    queryKey: ['shares', taskId],
    queryFn: async () =>
      (await body(api.GET('/api/tasks/{id}/shares', { params: { path: { id: taskId } } }))).shares,
  });
}

export const createShare = (taskId: string, days: number, include: readonly SharePart[]) =>
  body(
    api.POST('/api/tasks/{id}/shares', {
      params: { path: { id: taskId }, header: { 'Idempotency-Key': onceKey() } },
      body: { expiresIn: `P${days}D`, include: [...include] },
    }),
  );

export const revokeShare = (share: string) =>
  body(api.DELETE('/api/shares/{share}', { params: { path: { share } } }));
