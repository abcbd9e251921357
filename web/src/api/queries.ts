// What pages read and do, as options for TanStack Query. Keys: ['tasks', filter], ['task', id], ...
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { changesCome } from './changes';
import { api, body, type State, type Task } from './client';
import { isEnded } from './states';

export { isEnded };

const LIVE_MS = 2_000;
const CALM_MS = 15_000;
const TOLD_MS = 60_000;
const PAGE = 50;

export interface TaskFilter {
  readonly states?: readonly State[] | undefined;
  readonly repo?: string | undefined;
  readonly text?: string | undefined;
  readonly actor?: string | undefined;
  readonly model?: string | undefined;
  readonly archived?: boolean | undefined;
}

/**
 * Of lists: seldom where the server says when to look (useListChanges), else often while something
 * may change. Hidden pages do not ask.
 */
function interval(tasks: readonly Task[] | undefined): number {
  if (changesCome()) return TOLD_MS;
  return tasks?.some(task => !isEnded(task.state)) ? LIVE_MS : CALM_MS;
}

function words(filter: TaskFilter) {
  return {
    ...(filter.repo ? { repo: filter.repo } : {}),
    ...(filter.text ? { q: filter.text } : {}),
    ...(filter.actor ? { actor: filter.actor } : {}),
    ...(filter.model ? { model: filter.model } : {}),
  };
}

async function tasksPage(filter: TaskFilter, limit: number, cursor: string | undefined) {
  return body(
    api.GET('/api/tasks', {
      params: {
        query: {
          limit,
          ...(filter.states?.length ? { state: [...filter.states] } : {}),
          ...words(filter),
          ...(filter.archived ? { archived: true } : {}),
          ...(cursor ? { cursor } : {}),
        },
      },
    }),
  );
}

const MOST_OPEN = 200;
const OPEN: readonly State[] = [
  'queued',
  'preparing',
  'setting_up',
  'running',
  'waiting',
  'collecting',
];

/** What has not ended, as it changes. */
export function openTasksQuery(filter: Omit<TaskFilter, 'states'>) {
  return queryOptions({
    queryKey: ['tasks', 'open', filter],
    queryFn: async () => (await tasksPage({ ...filter, states: OPEN }, MOST_OPEN, undefined)).tasks,
    refetchInterval: ({ state }) => interval(state.data),
    placeholderData: keepPreviousData,
  });
}

/** Other words of the same states: what was found stays until the answer is there. */
function isSameShelf(a: TaskFilter, b: TaskFilter): boolean {
  return a.archived === b.archived && `${a.states}` === `${b.states}`;
}

/** What has ended, page by page. */
export function endedTasksQuery(filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: ['tasks', 'ended', filter],
    queryFn: ({ pageParam }) => tasksPage(filter, PAGE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next,
    placeholderData: (before, query) =>
      query && isSameShelf(query.queryKey[2] as TaskFilter, filter) ? before : undefined,
  });
}

/** How many there are, by what they are about. */
export function taskCountsQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: ['tasks', 'counts', filter],
    queryFn: () => body(api.GET('/api/task-counts', { params: { query: words(filter) } })),
    refetchInterval: () => interval(undefined),
    placeholderData: keepPreviousData,
  });
}

/** The newest tasks, for the side bar, the palette and known repositories. */
export function recentQuery() {
  return queryOptions({
    queryKey: ['tasks', 'recent'],
    queryFn: async () => (await tasksPage({}, 30, undefined)).tasks,
    refetchInterval: ({ state }) => interval(state.data),
  });
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id],
    queryFn: () => body(api.GET('/api/tasks/{id}', { params: { path: { id } } })),
    // The task's own event stream says when to look again; this is for when it is away or paused.
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => (state.data && isEnded(state.data.state) ? false : CALM_MS),
  });
}

export function modelsQuery() {
  return queryOptions({
    queryKey: ['models'],
    queryFn: async () => (await body(api.GET('/api/models'))).models,
    staleTime: 60_000,
  });
}

/** Those that tasks used, the last first. */
export function repositoriesQuery() {
  return queryOptions({
    queryKey: ['repositories'],
    queryFn: async () =>
      (await body(api.GET('/api/repos', { params: { query: { limit: 100 } } }))).repositories,
    staleTime: 10_000,
  });
}

/** Asked of the remote: it may take a while, and is not asked again when it refused. */
export function branchesQuery(url: string) {
  return queryOptions({
    queryKey: ['branches', url],
    queryFn: () => body(api.GET('/api/branches', { params: { query: { url } } })),
    enabled: url !== '',
    retry: false,
    staleTime: 30_000,
  });
}

export function providersQuery() {
  return queryOptions({
    queryKey: ['providers'],
    queryFn: () => body(api.GET('/api/providers')),
    staleTime: 10_000,
  });
}

export function systemQuery() {
  return queryOptions({
    queryKey: ['system'],
    queryFn: () => body(api.GET('/api/system')),
    refetchInterval: 5_000,
  });
}
