import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { login } from '~/api/commands';
import { queryClient, tellUp } from '~/api/connection';
import { Mark } from '~/parts/Mark';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './Login.module.css';

export function Login({ codeSpent }: { readonly codeSpent: boolean }) {
  const { app } = useWords();
  const refusal = useRefusal();
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState(codeSpent ? app.login.codeSpent : undefined);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await login({ token: token.trim() });
      queryClient.clear();
      tellUp();
    } catch (refused) {
      setProblem(refused instanceof Error ? refusal(refused) : String(refused));
      setBusy(false);
    }
  };
  return (
    <main className={s.page}>
      <section className={s.card}>
        <Mark size={40} />
        <h1 className={s.title}>{app.login.title}</h1>
        <p className={s.lead}>{app.login.lead}</p>
        <p className={s.text}>{app.login.link}</p>
        <pre className={s.command}>{app.login.command}</pre>
        <form onSubmit={submit} className={s.form}>
          <PasswordInput
            label={app.login.token}
            description={app.login.tokenHint}
            value={token}
            onChange={event => setToken(event.target.value)}
            error={problem}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" size="sm" loading={busy} disabled={!token.trim()}>
            {app.login.submit}
          </Button>
        </form>
      </section>
    </main>
  );
}
