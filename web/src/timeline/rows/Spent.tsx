import { useFormats, useWords } from '~/words/Words';
import type { Spent as Used } from '../story/rows';
import s from './Spent.module.css';

/** What the model call behind a row used; seen when somebody looks there. */
export function Spent({ spent }: { readonly spent: Used | undefined }) {
  const { timeline } = useWords();
  const { short, money, duration } = useFormats();
  if (!spent) return null;
  const { input, output, usd, took } = spent;
  return (
    <span className={s.spent}>
      {timeline.spent(short(input), short(output))}
      {usd > 0 && ` · ${money(usd)}`} · {duration(took)}
    </span>
  );
}

/** Of all calls of a phase. */
export function SpentInAll({ spent }: { readonly spent: Used }) {
  const { timeline } = useWords();
  const { short, money } = useFormats();
  const { calls, input, output, usd } = spent;
  return (
    <span className={s.all}>
      {timeline.calls(calls)} · {timeline.tokens(short(input + output))}
      {usd > 0 && ` · ${money(usd)}`}
    </span>
  );
}
