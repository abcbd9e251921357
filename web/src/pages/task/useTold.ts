import { useState } from 'react';
import type { Feed } from '~/feed/feed';
import { useFeedLength } from '~/feed/useFeed';
import { nothingTold, type Told, tell } from './told';

/** What the events have told so far. The same object for as long as the page lives: it grows. */
export function useTold(feed: Feed): Told {
  const [told] = useState(nothingTold);
  useFeedLength(feed);
  tell(told, feed.events);
  return told;
}
