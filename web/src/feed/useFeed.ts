import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Feed, type FeedStatus, openFeed } from './feed';

/** The task's events for as long as the page shows it. */
export function useFeed(taskId: string): Feed | undefined {
  const [feed, setFeed] = useState<Feed>();
  useEffect(() => {
    const opened = openFeed(taskId);
    setFeed(opened);
    const leave = pausedWhileHidden(opened);
    return () => {
      leave();
      opened.close();
    };
  }, [taskId]);
  return feed?.taskId === taskId ? feed : undefined;
}

const HIDDEN_MS = 30_000;

/** A tab that nobody looks at for a while lets go of its connection. */
function pausedWhileHidden(feed: Feed): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(feed.pause, HIDDEN_MS);
    else feed.resume();
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

const CONNECTING: FeedStatus = { kind: 'connecting' };
const nothing = () => () => {};

export function useFeedStatus(feed: Feed | undefined): FeedStatus {
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => feed?.status ?? CONNECTING);
}
