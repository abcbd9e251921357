import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Feed } from '~/feed/feed';
import { nothingTold, type Told, tell } from './told';

/** What the events have told so far. The same object for as long as the page lives: it grows. */
export function useTold(feed: Feed): Told {
  const [told] = useState(nothingTold);
  // Most events tell nothing, and the page is not drawn anew for them.
  const news = useCallback(() => {
    tell(told, feed.events);
    return told.news;
  }, [told, feed]);
  useSyncExternalStore(feed.subscribe, news);
  return told;
}
