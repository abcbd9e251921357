import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Scope } from '~/api/client';
import { Dialog } from '~/parts/Dialog';
import { Segments } from '~/parts/Segments';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import { createToken, tokensQuery } from '../requests';
import { asked, isName, LIVES, type Life } from './asked';
import { Made } from './Made';
import s from './Tokens.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CreateToken({ opened, onClose }: Props) {
  const { settings } = useWords();
  return (
    <Dialog opened={opened} onClose={onClose} title={settings.tokens.create}>
      <Form onClose={onClose} />
    </Dialog>
  );
}

const SCOPES: readonly Scope[] = ['read', 'write', 'admin'];

/** Lives as long as its dialog, so that nothing is left of a token that was shown. */
function Form({ onClose }: { readonly onClose: () => void }) {
  const { settings, app } = useWords();
  const refusal = useRefusal();
  const { tokens: words } = settings;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('write');
  const [life, setLife] = useState<Life>('90');
  const making = useMutation({
    mutationFn: () => createToken(asked(name, scope, life)),
    onSuccess: () => queries.invalidateQueries(tokensQuery()),
    gcTime: 0,
  });
  if (making.data?.token) return <Made token={making.data.token} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  const wrong = name !== '' && !isName(name);
  return (
    <form className={s.form} onSubmit={submit}>
      <TextInput
        label={words.name}
        description={words.nameHint}
        placeholder="ci"
        value={name}
        onChange={event => setName(event.target.value)}
        error={wrong ? words.nameWrong : making.error && refusal(making.error)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <fieldset className={s.scopes}>
        <legend>{words.scope}</legend>
        {SCOPES.map(it => (
          <label key={it} className={s.scope}>
            <input type="radio" name="scope" checked={it === scope} onChange={() => setScope(it)} />
            <span className={s.name}>{words.scopes[it]}</span>
            <small>{words.scopeHints[it]}</small>
          </label>
        ))}
      </fieldset>
      <div>
        <p className={s.label} aria-hidden>
          {words.expires}
        </p>
        <Segments
          label={words.expires}
          value={life}
          options={LIVES.map(it => ({ value: it, name: words.life(Number(it)) }))}
          onChange={setLife}
        />
      </div>
      <div className={s.actions}>
        <Button variant="default" onClick={onClose}>
          {app.cancel}
        </Button>
        <Button type="submit" loading={making.isPending} disabled={!isName(name)}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
