import { ArrowDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '~/words/Words';
import s from './NewBelow.module.css';

interface Props {
  readonly rows: number;
  /** What comes now is new; of a task that ended it is just read. */
  readonly live: boolean;
  readonly isFollowing: boolean;
  readonly follow: () => void;
}

/** Says what came since somebody scrolled away, and leads back. */
export function NewBelow({ rows, live, isFollowing, follow }: Props) {
  const { timeline } = useWords();
  const [seen, setSeen] = useState(rows);
  useEffect(() => {
    if (isFollowing || !live) setSeen(rows);
  }, [isFollowing, live, rows]);
  const fresh = rows - seen;
  return (
    <div className={s.place}>
      {!isFollowing && fresh > 0 && (
        <button type="button" className={s.pill} onClick={follow}>
          <ArrowDown size={14} aria-hidden />
          {timeline.newBelow(fresh)}
        </button>
      )}
    </div>
  );
}
