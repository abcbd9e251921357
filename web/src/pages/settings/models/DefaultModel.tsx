import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { providersQuery } from '~/api/queries';
import { forgetDefault, modelsChanged } from '~/parts/models/requests';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import t from '../Table.module.css';
import s from './Providers.module.css';

/** The model of tasks that name none, and why it is this one. */
export function DefaultModel() {
  const { settings, start, supplies } = useWords();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const { data } = useQuery(providersQuery());
  const resetting = useMutation({
    mutationFn: forgetDefault,
    onSettled: () => modelsChanged(queries),
  });
  if (!data?.defaultModel) return null;
  const { defaultModel, defaultFrom = 'first' } = data;
  return (
    <section className={s.sources}>
      <h3 className={s.name}>{start.defaultModel}</h3>
      <ul className={`${t.frame} ${s.list}`}>
        <li className={s.source}>
          <span className={s.about}>
            <code>{defaultModel}</code>
            <span className={s.quiet}>{settings.models.why[defaultFrom]}</span>
            {resetting.error && <span role="alert">{refusal(resetting.error)}</span>}
          </span>
          {defaultFrom === 'chosen' && (
            <Button
              variant="subtle"
              size="compact-xs"
              loading={resetting.isPending}
              onClick={() => resetting.mutate()}
            >
              {supplies.resetDefault}
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
}
