import { useMemo, useSyncExternalStore } from 'react';
import type { Feed } from '~/feed/feed';
import { type Telling, tell } from './story/telling';

/** The story so far; who renders by it sees each change. */
export function useTelling(feed: Feed, attempt: number | undefined): Telling {
  const telling = useMemo(() => tell(feed, attempt), [feed, attempt]);
  useSyncExternalStore(telling.subscribe, telling.version);
  return telling;
}
