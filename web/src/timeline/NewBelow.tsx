import { ArrowDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '~/words/Words';
import s from './NewBelow.module.css';

interface Props {
  readonly rows: number;
  readonly isFollowing: boolean;
  readonly follow: () => void;
}

/** Says what came since somebody scrolled away, and leads back. */
export function NewBelow({ rows, isFollowing, follow }: Props) {
  const { timeline } = useWords();
  const [seen, setSeen] = useState(rows);
  useEffect(() => {
    if (isFollowing) setSeen(rows);
  }, [isFollowing, rows]);
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
