import { useSyncExternalStore } from 'react';
import { type Connection, connectionNow, onConnection } from '~/api/connection';

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, connectionNow);
}
