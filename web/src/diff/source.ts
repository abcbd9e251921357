import { queryOptions } from '@tanstack/react-query';
import { Refused } from '~/api/refused';

/** Where a diff comes from: a task of this server, or a link without an account. */
export type DiffSource =
  | { readonly kind: 'task'; readonly taskId: string; readonly attempt: number }
  | { readonly kind: 'share'; readonly token: string };

export function patchAddress(source: DiffSource): string {
  return source.kind === 'task'
    ? `/api/tasks/${source.taskId}/diff.patch?attempt=${source.attempt}`
    : `/s/${source.token}/diff.patch`;
}

export function patchQuery(source: DiffSource, version: string) {
  const address = patchAddress(source);
  return queryOptions({
    queryKey: ['patch', address, version],
    queryFn: async () => {
      const response = await fetch(address);
      if (!response.ok) {
        throw Refused.of(response.status, await response.json().catch(() => undefined));
      }
      return response.text();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
