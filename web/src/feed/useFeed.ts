import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Feed, type FeedStatus, openFeed } from './feed';

/** The task's events for as long as the page shows it. */
export function useFeed(taskId: string): Feed | undefined {
  const [feed, setFeed] = useState<Feed>();
  useEffect(() => {
    const opened = openFeed(taskId);
    setFeed(opened);
    return () => opened.close();
  }, [taskId]);
  return feed?.taskId === taskId ? feed : undefined;
}

const CONNECTING: FeedStatus = { kind: 'connecting' };
const nothing = () => () => {};

export function useFeedStatus(feed: Feed | undefined): FeedStatus {
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => feed?.status ?? CONNECTING);
}

/** How many events there are: who renders by it sees each that comes. */
export function useFeedLength(feed: Feed | undefined): number {
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => feed?.events.length ?? 0);
}
