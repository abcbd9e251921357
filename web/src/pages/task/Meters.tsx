import { Gauge } from 'lucide-react';
import type { Attempt } from '~/api/client';
import { isEnded } from '~/api/queries';
import { Bar } from '~/parts/Bar';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './Meters.module.css';
import { type Meter, meters, part } from './meters';
import { budgetOf, type Told, waited } from './told';

interface Props {
  readonly attempt: Attempt;
  readonly told: Told;
}

/** What it used, against what it may. */
export function Meters({ attempt, told }: Props) {
  const words = useWords().task;
  const live = !isEnded(attempt.state);
  const now = useNow(1_000, live);
  const { usage, phases, number } = attempt;
  const budget = budgetOf(told, number);
  const found = meters({ usage, phases, budget, live, now, waited: waited(told, number, now) });
  if (!found.length) return null;
  return (
    <section className={s.meters} aria-label={words.used}>
      <Gauge size={14} className={s.icon} aria-hidden />
      {found.map(meter => (
        <Line key={meter.of} meter={meter} />
      ))}
    </section>
  );
}

function Line({ meter }: { readonly meter: Meter }) {
  const words = useWords().task;
  const say = useSaid(meter.of);
  const share = part(meter);
  const text = words.meters[meter.of](say(meter.used));
  if (share === undefined) return <span className={s.meter}>{text}</span>;
  const tone = share >= 1 ? 'bad' : share >= 0.8 ? 'wait' : 'plain';
  return (
    <span className={s.meter} data-tone={tone}>
      {text}
      <span className={s.limit}>{words.meters.of(say(meter.limit ?? 0))}</span>
      <span className={s.bar}>
        <Bar name={words.meters.name[meter.of]} value={share} most={1} tone={tone} />
      </span>
    </span>
  );
}

function useSaid(of: Meter['of']): (n: number) => string {
  const { money, duration, short, number } = useFormats();
  switch (of) {
    case 'usd':
      return money;
    case 'time':
      return ms => duration(ms < 1_000 ? ms : Math.floor(ms / 1_000) * 1_000);
    case 'tokens':
      return short;
    case 'calls':
      return number;
  }
}
