import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCw } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { toastError } from '~/app/toasts';
import { Notice } from '~/parts/Notice';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import { isolationQuery, showIsolation } from '../requests';
import { Section } from '../Section';
import t from '../Table.module.css';
import { Trouble } from '../Trouble';
import s from './Isolation.module.css';
import { type Group, notBlocked, type Try, tries } from './matrix';
import { Summary } from './Summary';
import { TryRow } from './TryRow';

/** What sandboxes keep in, found by trying to get out: a row for each try. */
export function Isolation() {
  const { settings } = useWords();
  const { isolation: words } = settings;
  const queries = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(isolationQuery());
  const again = useMutation({
    mutationFn: () => showIsolation(true),
    onSuccess: found => queries.setQueryData(isolationQuery().queryKey, found),
    onError: toastError,
  });
  const [parameters, setParameters] = useSearchParams();
  const show = parameters.get('show') === 'not-blocked' ? 'not-blocked' : 'all';
  const busy = again.isPending || (!data && isFetching);
  return (
    <Section
      title={settings.parts.isolation}
      lead={words.lead}
      actions={
        data && (
          <Button
            variant="default"
            leftSection={<RotateCw size={14} aria-hidden />}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {words.again}
          </Button>
        )
      }
    >
      {busy && (
        <p className={s.busy} role="status">
          <Loader size="xs" aria-hidden />
          {words.busy}
        </p>
      )}
      {error && <Trouble error={error} again={refetch} />}
      {data && <Summary isolation={data} />}
      {data && (
        <div>
          <Segments
            label={words.filter}
            value={show}
            options={[
              { value: 'all', name: words.all },
              { value: 'not-blocked', name: words.notBlocked },
            ]}
            onChange={it => setParameters(it === 'all' ? {} : { show: it }, { replace: true })}
          />
        </div>
      )}
      {data && (
        <Groups found={tries(data.phases)} only={show === 'all' ? () => true : notBlocked} />
      )}
    </Section>
  );
}

interface GroupsProps {
  readonly found: ReadonlyMap<Group, readonly Try[]>;
  readonly only: (it: Try) => boolean;
}

function Groups({ found, only }: GroupsProps) {
  const { settings } = useWords();
  const { isolation: words } = settings;
  const shown = [...found]
    .map(([group, rows]) => [group, rows.filter(only)] as const)
    .filter(([, rows]) => rows.length);
  if (!shown.length) {
    return <Notice icon={CheckCheck} title={words.noneLeft} hint={words.noneLeftHint} />;
  }
  return shown.map(([group, rows]) => (
    <section key={group} className={s.group}>
      <h3>{words.groups[group]}</h3>
      <div className={t.frame}>
        <table className={t.table} data-stacks>
          <thead>
            <tr>
              <th scope="col">{words.tried}</th>
              <th scope="col">{words.phases.setup}</th>
              <th scope="col">{words.phases.agent}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(it => (
              <TryRow key={it.id} it={it} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}
