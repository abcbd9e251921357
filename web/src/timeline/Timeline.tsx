import type { Feed } from '~/feed/feed';
import { useFeedLength } from '~/feed/useFeed';
import { useWords } from '~/words/Words';
import s from './Timeline.module.css';

export interface TimelineProps {
  readonly taskId: string;
  /** The task's events so far and to come; opened and closed by the page. */
  readonly feed: Feed;
  /** Only what this attempt did; absent: all of the task. */
  readonly attempt?: number | undefined;
}

/** What happened, as it happens. */
export function Timeline({ feed, attempt }: TimelineProps) {
  const { timeline } = useWords();
  useFeedLength(feed);
  const events = feed.events.filter(event => !attempt || event.attempt === attempt).slice(-300);
  if (!events.length) return <p className={s.empty}>{timeline.empty}</p>;
  return (
    <ol className={s.list}>
      {events.map(event => (
        <li key={event.number} className={s.event}>
          <code>{event.type}</code>
          <span>{'text' in event ? event.text : 'title' in event ? event.title : ''}</span>
        </li>
      ))}
    </ol>
  );
}
