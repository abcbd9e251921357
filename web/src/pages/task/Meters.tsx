import { Gauge, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '~/api/caller';
import type { Attempt, Task } from '~/api/client';
import { isEnded } from '~/api/queries';
import type { Feed } from '~/feed/feed';
import { Bar } from '~/parts/Bar';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import { ContinueDialog } from './ContinueDialog';
import s from './Meters.module.css';
import { type Meter, meters, part } from './meters';
import { budgetOf, type Told, waited } from './told';

interface Props {
  readonly task: Task;
  readonly feed: Feed;
  readonly attempt: Attempt;
  readonly told: Told;
}

/** What it used, against what it may; while it has not ended, it may be given more. */
export function Meters({ task, feed, attempt, told }: Props) {
  const words = useWords().task;
  const may = useMay('write');
  const [asking, setAsking] = useState(false);
  const live = !isEnded(attempt.state);
  const now = useNow(1_000, live);
  const { usage, phases, number } = attempt;
  const budget = budgetOf(told, number);
  const found = meters({ usage, phases, budget, live, now, waited: waited(told, number, now) });
  const grantable = live && may;
  if (!found.length && !grantable) return null;
  return (
    <section className={s.meters} aria-label={words.used}>
      <Gauge size={14} className={s.icon} aria-hidden />
      {found.map(meter => (
        <Line key={meter.of} meter={meter} />
      ))}
      {grantable && (
        <button type="button" className={s.more} onClick={() => setAsking(true)}>
          <Plus size={12} aria-hidden />
          {words.more.raise}
        </button>
      )}
      <ContinueDialog
        task={task}
        budget={budget}
        feed={feed}
        opened={asking}
        onClose={() => setAsking(false)}
      />
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
