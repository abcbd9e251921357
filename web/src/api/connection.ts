// What the page knows of its server: is it there, and are we let in. Told by every answer.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isAway, isRefused } from './refused';

export type Connection = 'up' | 'away' | 'locked';

type Listener = () => void;
const listeners = new Set<Listener>();
let connection: Connection = 'up';

export function connectionNow(): Connection {
  return connection;
}

export function onConnection(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

/** Something answered. */
export function tellUp(): void {
  set('up');
}

/** Something failed. A refusal of what was asked says that the server is there. */
export function tellFailed(error: unknown): void {
  if (isRefused(error, 401)) set('locked');
  else if (isAway(error)) set('away');
}

const MOST_PATIENCE_MS = 10_000;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onSuccess: tellUp, onError: tellFailed }),
  defaultOptions: {
    queries: {
      // A server on this machine answers while the browser thinks it is offline.
      networkMode: 'always',
      staleTime: 1_000,
      // Away is told at once, and asked again until it is back.
      retry: (times, error) => {
        if (!isAway(error)) return false;
        tellFailed(error);
        return times < 60;
      },
      retryDelay: times => Math.min(MOST_PATIENCE_MS, 400 * 2 ** times),
    },
    mutations: { networkMode: 'always' },
  },
});
