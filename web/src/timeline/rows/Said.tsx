import { Markdown } from '../markdown/Markdown';
import type { SaidRow } from '../story/rows';
import s from './Said.module.css';
import { Spent } from './Spent';

/** The agent speaks. */
export function Said({ row }: { readonly row: SaidRow }) {
  return (
    <div className={s.said} data-goes-on={row.goesOn}>
      <Markdown text={row.text} />
      <span className={s.spent}>
        <Spent spent={row.spent} />
      </span>
    </div>
  );
}
