import { queryOptions } from '@tanstack/react-query';
import { filesOf, type TaskFile } from '~/api/files';
import { readTail } from '~/text/readTail';

const LIVE_MS = 1_500;
const AGAIN_MS = 300;

export type { TaskFile };

/** Looked at again and again while the task goes on. `version` is another when it has ended. */
export function filesQuery(id: string, live: boolean, version: string) {
  return queryOptions({
    queryKey: ['files', id, version],
    queryFn: () => filesOf(id),
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
