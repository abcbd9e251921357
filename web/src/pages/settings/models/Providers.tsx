import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Provider } from '~/api/client';
import { providersQuery } from '~/api/queries';
import { Confirm } from '~/parts/Confirm';
import { GiveKey } from '~/parts/models/GiveKey';
import { modelsChanged, removeProvider } from '~/parts/models/requests';
import { useWords } from '~/words/Words';
import t from '../Table.module.css';
import s from './Providers.module.css';

/** Where models come from, and how to add to them. Who may not change it does not see it. */
export function Providers() {
  const { supplies } = useWords();
  const { data } = useQuery(providersQuery());
  if (!data) return null;
  const fixed = data.providers.filter(it => it.from === 'settings').map(it => it.name);
  return (
    <section className={s.sources}>
      <h3 className={s.name}>{supplies.sources}</h3>
      <ul className={`${t.frame} ${s.list}`}>
        {data.providers.map(it => (
          <Row key={it.name} provider={it} />
        ))}
      </ul>
      <h3 className={s.name}>{supplies.give}</h3>
      <GiveKey fixed={fixed} />
    </section>
  );
}

function Row({ provider }: { readonly provider: Provider }) {
  const { supplies, settings } = useWords();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { name, url, from, hasKey, keyEnds, models } = provider;
  const title = settings.models.providers[name] ?? name;
  const key = keyEnds ? supplies.keyEnds(keyEnds) : hasKey ? supplies.hasKey : supplies.noKey;
  return (
    <li className={s.source}>
      <span className={s.title}>{title}</span>
      {from ? (
        <span className={s.about}>
          <code>{url}</code>
          <span>{key}</span>
          <span>{supplies.models(models)}</span>
          {from === 'settings' && <span className={s.quiet}>{supplies.fromSettings}</span>}
        </span>
      ) : (
        <span className={s.quiet}>{supplies.notSetUp}</span>
      )}
      {from === 'kept' && (
        <Button
          variant="subtle"
          color="bad"
          size="compact-xs"
          aria-label={`${supplies.remove}: ${title}`}
          onClick={() => setAsking(true)}
        >
          {supplies.remove}
        </Button>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={supplies.removeTitle(title)}
        hint={supplies.removeHint}
        action={supplies.remove}
        act={() => removeProvider(name).then(() => modelsChanged(queries))}
      />
    </li>
  );
}
