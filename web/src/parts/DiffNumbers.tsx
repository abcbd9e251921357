import type { DiffStat } from '~/api/client';
import { useFormats } from '~/words/Words';
import s from './DiffNumbers.module.css';

/** +12 −3 */
export function DiffNumbers({
  stat,
}: {
  readonly stat: Pick<DiffStat, 'additions' | 'deletions'>;
}) {
  const { number } = useFormats();
  return (
    <span className={s.numbers}>
      <span className={s.added}>+{number(stat.additions)}</span>
      <span className={s.removed}>−{number(stat.deletions)}</span>
    </span>
  );
}
