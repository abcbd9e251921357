import { visible } from '~/text/hidden';
import { useWords } from '~/words/Words';
import type { TurnRow } from '../story/rows';
import s from './Turn.module.css';

/** Here something new begins: another turn, another attempt. */
export function Turn({ row }: { readonly row: TurnRow }) {
  const { timeline } = useWords();
  const name = row.turn > 1 ? timeline.turn(row.turn) : timeline.attempt(row.attempt);
  return (
    <div className={s.turn}>
      <h3 className={s.name}>{name}</h3>
      {row.reason && (
        <span className={s.reason}>{visible(timeline.reasons[row.reason] ?? row.reason)}</span>
      )}
    </div>
  );
}
