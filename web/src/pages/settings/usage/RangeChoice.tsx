import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import type { Choice, Range } from './choice';
import { SPANS } from './choice';
import { lastDays } from './days';
import s from './Usage.module.css';

interface Props {
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
}

/** The last days, or any. */
export function RangeChoice({ choice, change }: Props) {
  const { settings } = useWords();
  const { usage: words } = settings;
  const { range, days } = choice;
  const options = [
    ...SPANS.map(n => ({ value: String(n) as Range, name: words.last(n) })),
    { value: 'own' as const, name: words.own },
  ];
  const today = lastDays(1, Date.now()).to;
  return (
    <div className={s.range}>
      <Segments
        label={words.range}
        value={range}
        options={options}
        onChange={it => change({ range: it })}
      />
      {range === 'own' && (
        <>
          <input
            type="date"
            className={s.date}
            aria-label={words.from}
            value={days.from}
            max={days.to}
            required
            onChange={({ target }) =>
              target.value && change({ days: { ...days, from: target.value } })
            }
          />
          <span aria-hidden>–</span>
          <input
            type="date"
            className={s.date}
            aria-label={words.to}
            value={days.to}
            min={days.from}
            max={today}
            required
            onChange={({ target }) =>
              target.value && change({ days: { ...days, to: target.value } })
            }
          />
        </>
      )}
    </div>
  );
}
