import { useFormats, useWords } from '~/words/Words';
import t from '../Table.module.css';
import type { OfDay } from './days';

/** Days on which something was spent, the latest first. */
export function DayTable({ days }: { readonly days: readonly OfDay[] }) {
  const { settings } = useWords();
  const { usage: words } = settings;
  const { date, money, number } = useFormats();
  return (
    <table className={t.table}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col" data-number>
            {words.cost}
          </th>
          <th scope="col" data-number>
            {words.calls}
          </th>
          <th scope="col" data-number>
            {words.input}
          </th>
          <th scope="col" data-number>
            {words.output}
          </th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ usage }) => usage.calls > 0)
          .toReversed()
          .map(({ day, usage }) => (
            <tr key={day}>
              <th scope="row">{date(day)}</th>
              <td data-number>{money(usage.usd)}</td>
              <td data-number>{number(usage.calls)}</td>
              <td data-number>{number(usage.tokens.input)}</td>
              <td data-number>{number(usage.tokens.output)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
