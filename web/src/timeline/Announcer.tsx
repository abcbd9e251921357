import { useEffect, useRef, useState } from 'react';
import { useWords } from '~/words/Words';
import type { Row } from './story/rows';

/** Nobody can listen to more than this. */
const PAUSE_MS = 6_000;

interface Props {
  readonly rows: readonly Row[];
  readonly version: number;
  readonly live: boolean;
}

/** For who hears the page: what goes on, in a few words, now and then. */
export function Announcer({ rows, version, live }: Props) {
  const { timeline, task } = useWords();
  const [said, say] = useState('');
  const seen = useRef(rows.length);
  const last = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows grow in place, and their version says so
  useEffect(() => {
    if (!live && seen.current === rows.length) return;
    const tell = () => {
      const row = rows.slice(seen.current).findLast(it => wordsOf(it) !== undefined);
      seen.current = rows.length;
      if (!row) return;
      last.current = Date.now();
      say(wordsOf(row) ?? '');
    };
    const wordsOf = (row: Row): string | undefined => {
      if (row.kind === 'ended') {
        return row.outcome.type === 'failed'
          ? task.causes[row.outcome.cause]
          : timeline.ended[row.outcome.type];
      }
      if (row.kind === 'permission' && !row.answer) return timeline.announce.asked;
      if (row.kind === 'phase') return timeline.phasesNow[row.phase];
      if (row.kind === 'said') return timeline.announce.said;
      return undefined;
    };
    const wait = Math.max(0, last.current + PAUSE_MS - Date.now());
    const timer = setTimeout(tell, wait);
    return () => clearTimeout(timer);
  }, [version, live]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
