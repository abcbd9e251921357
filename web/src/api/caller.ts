import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Scope } from './client';

/** Who is logged in, and what they may. */
export function callerQuery() {
  return queryOptions({
    queryKey: ['caller'],
    queryFn: () => body(api.GET('/api/caller')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const HELD: Record<Scope, readonly Scope[]> = {
  read: ['read'],
  write: ['read', 'write'],
  admin: ['read', 'write', 'admin'],
};

/** Whether to offer what needs the scope. Until that is known all is offered: the server decides. */
export function useMay(needed: Scope): boolean {
  const { data } = useQuery(callerQuery());
  return !data || HELD[data.scope].includes(needed);
}
