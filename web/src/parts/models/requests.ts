// What is done with models and their keys.
import type { QueryClient } from '@tanstack/react-query';
import { api, body } from '~/api/client';

export interface Given {
  readonly key?: string;
  readonly url?: string;
}

export const setProvider = (provider: string, given: Given) =>
  body(api.PUT('/api/providers/{provider}', { params: { path: { provider } }, body: given }));

export const removeProvider = (provider: string) =>
  body(api.DELETE('/api/providers/{provider}', { params: { path: { provider } } }));

export const chooseDefault = (model: string) =>
  body(api.PUT('/api/models/default', { body: { model } }));

export const forgetDefault = () => body(api.DELETE('/api/models/default'));

export const tryModel = (model: string) => body(api.POST('/api/models/try', { body: { model } }));

export async function modelsChanged(queries: QueryClient): Promise<void> {
  await Promise.all(
    [['providers'], ['models']].map(queryKey => queries.invalidateQueries({ queryKey })),
  );
}
