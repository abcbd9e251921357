// What the settings read and do, beside what other pages read too.
import { queryOptions } from '@tanstack/react-query';
import { api, body, type Spent, type TokenCreate } from '~/api/client';

export type UsageBy = Exclude<keyof Spent, 'usage'>;

export interface Days {
  /** The first and the last day, in UTC, as 2026-05-17. */
  readonly from: string;
  readonly to: string;
}

export function tokensQuery() {
  return queryOptions({
    queryKey: ['tokens'],
    queryFn: async () => (await body(api.GET('/api/tokens'))).tokens,
  });
}

/** The name is the actor of all that is done with it; the answer holds the token, this once. */
export const createToken = (asked: TokenCreate) => body(api.POST('/api/tokens', { body: asked }));

export const revokeToken = (token: string) =>
  body(api.DELETE('/api/tokens/{token}', { params: { path: { token } } }));

/** @param fresh tries anew what was tried before, which takes seconds */
export const showIsolation = (fresh: boolean) =>
  body(api.GET('/api/isolation', { params: { query: fresh ? { fresh } : {} } }));

export function isolationQuery() {
  return queryOptions({
    queryKey: ['isolation'],
    queryFn: () => showIsolation(false),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function usageQuery(days: Days, by: UsageBy) {
  return queryOptions({
    queryKey: ['usage', days, by],
    queryFn: () => body(api.GET('/api/usage', { params: { query: { ...days, by: [by] } } })),
    staleTime: 10_000,
  });
}

export const clean = (dryRun: boolean) =>
  body(api.POST('/api/gc', { params: { query: { dryRun } } }));
