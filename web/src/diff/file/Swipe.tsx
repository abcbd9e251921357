import { useState } from 'react';
import { useWords } from '~/words/Words';
import s from './BinaryBody.module.css';

interface Props {
  readonly before: string;
  readonly after: string;
}

/** Both pictures at one place; a slider says how much of each is seen. */
export function Swipe({ before, after }: Props) {
  const { diff } = useWords();
  const [part, setPart] = useState(50);
  return (
    <div className={s.swipe} style={{ '--part': `${part}%` }}>
      <div className={s.stack}>
        <img src={before} alt={diff.before} />
        <img src={after} alt={diff.after} className={s.over} />
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={part}
        aria-label={diff.swipeAt}
        onChange={event => setPart(Number(event.target.value))}
      />
    </div>
  );
}
