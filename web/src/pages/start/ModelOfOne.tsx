import { useQuery } from '@tanstack/react-query';
import type { Model } from '~/api/client';
import { providersQuery } from '~/api/queries';
import { GiveKey } from '~/parts/models/GiveKey';
import { Tried } from '~/parts/models/Tried';
import { TryButton } from '~/parts/models/TryButton';
import { useTry } from '~/parts/models/useTry';
import { useWords } from '~/words/Words';
import s from './FirstRun.module.css';

/** A model of one's own: how to give it, and whether it answers. */
export function ModelOfOne({ models }: { readonly models: readonly Model[] }) {
  const { start } = useWords();
  const { data } = useQuery(providersQuery());
  const name = data?.defaultModel ?? models[0]?.name;
  if (!data && !name) return <p className={s.text}>{start.first.modelHint}</p>;
  const fixed = data?.providers.filter(it => it.from === 'settings').map(it => it.name) ?? [];
  return (
    <>
      {name && <Default key={name} model={name} />}
      {data && !models.length && (
        <div className={s.give}>
          <p className={s.text}>{start.first.modelHint}</p>
          <GiveKey fixed={fixed} />
        </div>
      )}
    </>
  );
}

function Default({ model }: { readonly model: string }) {
  const trying = useTry(model);
  return (
    <div className={s.default}>
      <code>{model}</code>
      <TryButton model={model} trying={trying} />
      <span role="status">
        <Tried trying={trying} />
      </span>
    </div>
  );
}
