import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Segments } from '~/parts/Segments';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './GiveKey.module.css';
import { given, isEnough, KINDS, type Kind, providerOf } from './given';
import { modelsChanged, setProvider } from './requests';

interface Props {
  /** Names of providers that only the server's settings change. */
  readonly fixed: readonly string[];
}

/** A key, or the address of a server: verified by the server, kept there, and forgotten here. */
export function GiveKey({ fixed }: Props) {
  const { supplies } = useWords();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const kinds = KINDS.filter(kind => !fixed.includes(providerOf(kind)));
  const [chosen, setChosen] = useState<Kind>('openai');
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  const [key, setKey] = useState('');
  const [url, setUrl] = useState('');
  const giving = useMutation({
    // The key is no variable of the mutation: those are kept.
    mutationFn: (asked: Kind) => setProvider(providerOf(asked), given(asked, key, url)),
    onSuccess: async () => {
      setKey('');
      setUrl('');
      await modelsChanged(queries);
    },
    gcTime: 0,
  });
  if (!kind) return <p className={s.text}>{supplies.allSet}</p>;
  const choose = (next: Kind) => {
    setChosen(next);
    setKey('');
    giving.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEnough(kind, key, url) && !giving.isPending) giving.mutate(kind);
  };
  return (
    <form className={s.form} onSubmit={submit} autoComplete="off">
      <Segments
        label={supplies.giveFor}
        value={kind}
        options={kinds.map(value => ({ value, name: supplies.kinds[value] }))}
        onChange={choose}
      />
      {kind === 'own' && (
        <TextInput
          label={supplies.url}
          description={supplies.urlHint}
          placeholder="http://127.0.0.1:11434"
          type="url"
          value={url}
          onChange={event => setUrl(event.target.value)}
          error={giving.error && refusal(giving.error)}
          spellCheck={false}
        />
      )}
      <PasswordInput
        label={kind === 'own' ? supplies.keyOptional : supplies.key}
        description={supplies.keyHint}
        value={key}
        onChange={event => setKey(event.target.value)}
        error={kind === 'own' ? undefined : giving.error && refusal(giving.error)}
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
      />
      <div className={s.foot}>
        <Button type="submit" loading={giving.isPending} disabled={!isEnough(kind, key, url)}>
          {supplies.verify}
        </Button>
        <p className={s.good} role="status">
          {giving.data && (
            <>
              <CircleCheck size={14} aria-hidden />
              {supplies.verified(supplies.kinds[kind], giving.data.models)}
            </>
          )}
        </p>
      </div>
    </form>
  );
}
