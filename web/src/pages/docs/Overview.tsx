import document from 'virtual:openapi';
import { Button } from '@mantine/core';
import { Download, KeyRound } from 'lucide-react';
import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import s from './Docs.module.css';
import type { Operation } from './document';
import { MethodMark } from './MethodMark';
import { Prose } from './Prose';

/** What the API is, who may ask, and all of it at a glance. */
export function Overview({ operations }: { readonly operations: readonly Operation[] }) {
  const { docs } = useWords();
  return (
    <article className={s.view}>
      <header className={s.head}>
        <h1 className={s.title}>{docs.title}</h1>
        <Prose text={document.info.description} className={s.prose ?? ''} />
      </header>
      <section className={s.part}>
        <h2>{docs.access}</h2>
        <p className={s.prose}>{docs.accessToken}</p>
        <p className={s.prose}>{docs.accessSession}</p>
        <div className={s.buttons}>
          <Button
            component={Link}
            to="/settings/tokens"
            variant="default"
            leftSection={<KeyRound size={14} aria-hidden />}
          >
            {docs.makeToken}
          </Button>
          <Button
            component="a"
            href="/api/openapi.yaml"
            download="drydock-openapi.yaml"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
          >
            {docs.download}
          </Button>
        </div>
      </section>
      {document.tags.map(({ name, description }) => (
        <section key={name} className={s.part}>
          <div className={s.bar}>
            <h2>{docs.tags[name] ?? name}</h2>
            <span className={s.quiet}>{description}</span>
          </div>
          <ul className={s.list}>
            {operations
              .filter(({ tag }) => tag === name)
              .map(({ id, method, path, summary }) => (
                <li key={id}>
                  <Link to={`#${id}`} className={s.row}>
                    <MethodMark method={method} />
                    <code>{path}</code>
                    <span>{summary}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
