import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import type { System as Shown } from '~/api/client';
import { systemQuery } from '~/api/queries';
import { Bar } from '~/parts/Bar';
import { usePartDetail } from '~/parts/usePartDetail';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import { Section } from '../Section';
import { Trouble } from '../Trouble';
import { Cleaning } from './Cleaning';
import { Disk } from './Disk';
import s from './System.module.css';

/** How the server is: its places, its queue, its parts, and what may be removed. */
export function System() {
  const { settings } = useWords();
  const { data, error, refetch } = useQuery(systemQuery());
  return (
    <Section title={settings.parts.system} lead={settings.system.lead}>
      {error && !data && <Trouble error={error} again={refetch} />}
      {data && (
        <>
          <Places system={data} />
          <Parts system={data} />
          <Disk disk={data.disk} />
        </>
      )}
      <Cleaning />
    </Section>
  );
}

function Places({ system }: { readonly system: Shown }) {
  const { settings } = useWords();
  const { system: words } = settings;
  const { running, capacity, queued, oldestQueuedAt } = system;
  const { ago } = useFormats();
  const now = useNow(5_000);
  return (
    <dl className={s.figures}>
      <div>
        <dt>{words.running}</dt>
        <dd>
          {running} <small>/ {capacity}</small>
        </dd>
        <dd>
          <Bar name={words.running} value={running} most={capacity} />
        </dd>
      </div>
      <div>
        <dt>{words.queued}</dt>
        <dd>{queued}</dd>
        <dd className={s.hint}>
          {oldestQueuedAt
            ? words.oldest(ago(oldestQueuedAt, now))
            : queued
              ? words.queuedHint
              : words.queueEmpty}
        </dd>
      </div>
      <div>
        <dt>{words.ready}</dt>
        <dd className={system.ready ? s.good : s.bad}>{system.ready ? words.yes : words.no}</dd>
        <dd className={s.hint}>{system.ready ? words.readyHint : words.notReadyHint}</dd>
      </div>
    </dl>
  );
}

function Parts({ system }: { readonly system: Shown }) {
  const { settings } = useWords();
  const partDetail = usePartDetail(system);
  const { system: words } = settings;
  return (
    <ul className={s.parts}>
      {system.parts.map(({ name, healthy, detail }) => {
        const Icon = healthy ? CircleCheck : CircleX;
        return (
          <li key={name}>
            <Icon size={15} className={healthy ? s.good : s.bad} aria-hidden />
            <span className={s.part}>{words.parts[name] ?? name}</span>
            <span className={s.state}>{healthy ? words.well : words.unwell}</span>
            <span className={s.detail}>{partDetail(name, healthy, detail)}</span>
          </li>
        );
      })}
    </ul>
  );
}
