import { useElementSize } from '@mantine/hooks';
import { useFormats, useWords } from '~/words/Words';
import { Bars } from './Bars';
import { DayTable } from './DayTable';
import type { Measure, OfDay } from './days';
import s from './Usage.module.css';

interface Props {
  readonly days: readonly OfDay[];
  readonly measure: Measure;
}

/** A bar for each day; the same as a table for who does not see it, or wants the numbers. */
export function DayChart({ days, measure }: Props) {
  const { settings } = useWords();
  const { usage: words } = settings;
  const { ref, width } = useElementSize();
  const { date } = useFormats();
  const first = days[0];
  const last = days.at(-1);
  return (
    <figure className={s.chart}>
      <figcaption className={s.caption}>
        <h3>{words.byDay}</h3>
        {first && last && (
          <span className={s.quiet}>
            {date(first.day)} – {date(last.day)} (UTC)
          </span>
        )}
      </figcaption>
      <div ref={ref} className={s.drawing}>
        {width > 0 && <Bars days={days} measure={measure} width={width} />}
      </div>
      <details className={s.details}>
        <summary>{words.asTable}</summary>
        <DayTable days={days} />
      </details>
    </figure>
  );
}
