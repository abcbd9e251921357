import type { UsageReport } from '~/api/client';
import { useFormats, useWords } from '~/words/Words';
import s from '../system/System.module.css';

interface Props {
  readonly report: UsageReport;
  readonly days: number;
}

/** The sums of the whole range. */
export function Totals({ report, days }: Props) {
  const { settings } = useWords();
  const { usage: words } = settings;
  const { money, number, short, percent } = useFormats();
  const { usd, calls, tokens } = report.total;
  const each = Math.max(1, days);
  return (
    <dl className={s.figures}>
      <div>
        <dt>{words.cost}</dt>
        <dd>{money(usd)}</dd>
        <dd className={s.hint}>{words.aDay(money(usd / each))}</dd>
      </div>
      <div>
        <dt>{words.calls}</dt>
        <dd>{number(calls)}</dd>
        <dd className={s.hint}>{words.aDay(short(calls / each))}</dd>
      </div>
      <div>
        <dt>{words.input}</dt>
        <dd title={number(tokens.input)}>{short(tokens.input)}</dd>
        <dd className={s.hint}>
          {words.cached(percent(tokens.input ? tokens.cachedInput / tokens.input : 0))}
        </dd>
      </div>
      <div>
        <dt>{words.output}</dt>
        <dd title={number(tokens.output)}>{short(tokens.output)}</dd>
        <dd className={s.hint}>{words.aDay(short(tokens.output / each))}</dd>
      </div>
    </dl>
  );
}
