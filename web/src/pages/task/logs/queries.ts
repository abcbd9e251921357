import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';
import { readTail } from '~/text/readTail';

const LIVE_MS = 1_500;
const AGAIN_MS = 300;

export interface TaskFile {
  readonly attempt: number;
  readonly path: string;
  readonly bytes: number;
  readonly url: string;
}

/** Looked at again and again while the task goes on. `version` is another when it has ended. */
export function filesQuery(id: string, live: boolean, version: string) {
  return queryOptions({
    queryKey: ['files', id, version],
    queryFn: async (): Promise<readonly TaskFile[]> =>
      (await body(api.GET('/api/tasks/{id}/files', { params: { path: { id } } }))).files,
    placeholderData: before => before,
    refetchInterval: live ? LIVE_MS : false,
  });
}

/** The address on this page's own origin: the server may be known by another one. */
export function addressOf(file: TaskFile): string {
  return new URL(file.url).pathname;
}

/** The end of a file. Read again when the list says that it has grown. */
export function logQuery(address: string, bytes: number) {
  return queryOptions({
    queryKey: ['log', address],
    queryFn: async ({ signal }) => ({ ...(await readTail(address, signal)), listed: bytes }),
    refetchInterval: ({ state }) => (state.data && state.data.listed !== bytes ? AGAIN_MS : false),
  });
}
