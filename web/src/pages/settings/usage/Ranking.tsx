import { useQuery } from '@tanstack/react-query';
import { repositoryName } from '~/parts/repository';
import { Segments } from '~/parts/Segments';
import { useFormats, useWords } from '~/words/Words';
import { usageQuery } from '../requests';
import t from '../Table.module.css';
import { BYS, type Choice } from './choice';
import { type Measure, measured } from './days';
import s from './Usage.module.css';
import { useShown } from './useShown';

interface Props {
  readonly choice: Choice;
  readonly measure: Measure;
  readonly change: (part: Partial<Choice>) => void;
}

/** Who or what it was spent by, the most first. */
export function Ranking({ choice, measure, change }: Props) {
  const { settings } = useWords();
  const { usage: words } = settings;
  const { days, by } = choice;
  const { percent } = useFormats();
  const shown = useShown(measure);
  const repository = (name: string) => {
    if (!name) return words.noRepository;
    return /^u_[0-9a-f]+$/.test(name) ? words.upload(name.slice(2, 10)) : repositoryName(name);
  };
  const { data } = useQuery({ ...usageQuery(days, by), placeholderData: last => last });
  const all = data ? measured(data.total, measure) : 0;
  const rows = (data?.rows ?? [])
    .map(row => ({ name: row[by] ?? '', value: measured(row.usage, measure) }))
    .sort((a, b) => b.value - a.value);
  const most = rows[0]?.value ?? 0;
  return (
    <section className={s.ranking}>
      <Segments
        label={words.byLabel}
        value={by}
        options={BYS.map(it => ({ value: it, name: words.by[it] }))}
        onChange={it => change({ by: it })}
      />
      <div className={t.frame}>
        <table className={t.table}>
          <thead>
            <tr>
              <th scope="col">{words.by[by]}</th>
              <th scope="col" data-number>
                {words.measures[measure]}
              </th>
              <th scope="col" data-number>
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row" className={s.ranked} title={name}>
                  <span>{by === 'repository' ? repository(name) : name}</span>
                  <svg className={s.part} width="100%" height="4" aria-hidden="true">
                    <rect
                      width={`${most ? (value / most) * 100 : 0}%`}
                      height="4"
                      rx="2"
                      className={s.bar}
                    />
                  </svg>
                </th>
                <td data-number>{shown(value)}</td>
                <td data-number>{percent(all ? value / all : 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
