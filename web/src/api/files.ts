// A task's files: what it wrote, what it left, what people attached.
import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';

export interface TaskFile {
  readonly attempt: number;
  readonly path: string;
  readonly bytes: number;
  readonly url: string;
}

export async function filesOf(id: string): Promise<readonly TaskFile[]> {
  return (await body(api.GET('/api/tasks/{id}/files', { params: { path: { id } } }))).files;
}

const ATTACHED = /^attachments\/([^/]+)\//;
const LATER_MS = 3_000;

/** By what the server calls them. They are there when the task has a folder of its own. */
export function attachmentsQuery(id: string, wanted: readonly string[]) {
  return queryOptions({
    queryKey: ['attachments', id, wanted.join()],
    queryFn: async (): Promise<ReadonlyMap<string, TaskFile>> => {
      const found = new Map<string, TaskFile>();
      for (const file of await filesOf(id)) {
        const upload = ATTACHED.exec(file.path)?.[1];
        if (upload && wanted.includes(upload) && !found.has(upload)) found.set(upload, file);
      }
      return found;
    },
    enabled: wanted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      state.data && state.data.size < wanted.length && state.dataUpdateCount < 20
        ? LATER_MS
        : false,
  });
}
