import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Notice } from '~/parts/Notice';
import { Segments } from '~/parts/Segments';
import { useNow } from '~/time/now';
import { useWords } from '~/words/Words';
import { usageQuery } from '../requests';
import { Section } from '../Section';
import { Trouble } from '../Trouble';
import { type Choice, read, write } from './choice';
import { DayChart } from './DayChart';
import { everyDay, MEASURES } from './days';
import { RangeChoice } from './RangeChoice';
import { Ranking } from './Ranking';
import { Totals } from './Totals';
import s from './Usage.module.css';

/** What was spent on models: in all, by day, and by whom or what. */
export function Usage() {
  const { settings } = useWords();
  const { usage: words } = settings;
  const now = useNow(600_000);
  const [parameters, setParameters] = useSearchParams();
  const choice = useMemo(() => read(parameters, now), [parameters, now]);
  const change = (part: Partial<Choice>) =>
    setParameters(write({ ...choice, ...part }), { replace: true });
  const { data, error, refetch } = useQuery({
    ...usageQuery(choice.days, 'day'),
    placeholderData: last => last,
  });
  const measure = choice.measure ?? (data && data.total.usd === 0 ? 'tokens' : 'usd');
  const days = useMemo(() => (data ? everyDay(data) : []), [data]);
  return (
    <Section title={settings.parts.usage} lead={words.lead}>
      <div className={s.choices}>
        <RangeChoice choice={choice} change={change} />
        <Segments
          label={words.measure}
          value={measure}
          options={MEASURES.map(it => ({ value: it, name: words.measures[it] }))}
          onChange={it => change({ measure: it })}
        />
      </div>
      {error && <Trouble error={error} again={refetch} />}
      {data && <Totals report={data} days={days.length} />}
      {data?.total.calls === 0 && (
        <Notice icon={ChartColumn} title={words.none} hint={words.noneHint} />
      )}
      {data && data.total.calls > 0 && (
        <>
          <DayChart days={days} measure={measure} />
          <Ranking measure={measure} choice={choice} change={change} />
        </>
      )}
    </Section>
  );
}
