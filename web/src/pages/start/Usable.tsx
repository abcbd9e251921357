import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, ServerCog } from 'lucide-react';
import { modelsQuery, systemQuery } from '~/api/queries';
import { usePartDetail } from '~/parts/usePartDetail';
import { useWords } from '~/words/Words';
import s from './FirstRun.module.css';
import { ModelOfOne } from './ModelOfOne';
import { isScripted } from './models';

/** What this machine can do now, and how to give it a model. */
export function Usable() {
  const { start } = useWords();
  const { first } = start;
  const { data: system } = useQuery(systemQuery());
  const { data: models } = useQuery(modelsQuery());
  const partDetail = usePartDetail(system);
  if (!system || !models) return null;
  const real = models.filter(it => !isScripted(it));
  return (
    <section className={s.card}>
      <h2 className={s.title}>
        <ServerCog size={16} aria-hidden />
        {first.usable}
      </h2>
      <ul className={s.rows}>
        {system.parts.map(({ name, healthy, detail }) => (
          <Row
            key={name}
            good={healthy}
            name={first.parts[name] ?? name}
            detail={partDetail(name, healthy, detail)}
          />
        ))}
        <Row good name={first.room} detail={first.capacity(system.capacity)} />
        <Row
          good={real.length > 0}
          name={first.model}
          detail={real.length ? first.modelsReady(real.length) : first.noModels}
        />
      </ul>
      <ModelOfOne models={real} />
    </section>
  );
}

function Row({
  good,
  name,
  detail,
}: {
  readonly good: boolean;
  readonly name: string;
  readonly detail: string;
}) {
  const Icon = good ? CircleCheck : CircleX;
  return (
    <li>
      <Icon size={14} className={good ? s.good : s.bad} aria-hidden />
      <span>{name}</span>
      <span className={s.detail}>{detail}</span>
    </li>
  );
}
