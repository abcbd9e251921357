import document from 'virtual:openapi';
import { LockOpen } from 'lucide-react';
import { useWords } from '~/words/Words';
import s from './Docs.module.css';
import type { Operation } from './document';
import { MethodMark } from './MethodMark';
import { Parameters } from './Parameters';
import { Coded, Prose } from './Prose';
import { SchemaOrExample } from './SchemaOrExample';
import { TryIt } from './TryIt';

/** One operation: what it takes, what it answers, and a form to send it. */
export function OperationView({ operation }: { readonly operation: Operation }) {
  const { docs } = useWords();
  const { method, path, summary, description, open, parameters, body } = operation;
  return (
    <article className={s.view}>
      <header className={s.head}>
        <p className={s.quiet}>{docs.tags[operation.tag] ?? operation.tag}</p>
        <h1 className={s.title}>
          <Coded text={summary} />
        </h1>
        <p className={s.address}>
          <MethodMark method={method} />
          <code>{path}</code>
          {open && (
            <span className={s.quiet}>
              <LockOpen size={12} aria-hidden /> {docs.openToAll}
            </span>
          )}
        </p>
        {description && <Prose text={description} className={s.prose ?? ''} />}
      </header>
      {parameters.length > 0 && (
        <section className={s.part}>
          <h2>{docs.parameters}</h2>
          <Parameters parameters={parameters} />
        </section>
      )}
      {body &&
        Object.entries(body).map(([type, { schema }]) => (
          <SchemaOrExample
            key={type}
            title={
              <>
                {docs.body} <span className={s.quiet}>{type}</span>
              </>
            }
            document={document}
            schema={schema}
            whole={false}
          />
        ))}
      <TryIt operation={operation} />
      <section className={s.part}>
        <h2>{docs.responses}</h2>
        <ul className={`${s.card} ${s.answers}`}>
          {operation.responses.map(({ statuses, description: said, content }) => (
            <li key={statuses.join()}>
              <div className={s.said}>
                <span className={s.statuses}>
                  {statuses.map(status => (
                    <span
                      key={status}
                      className={s.status}
                      data-tone={status < '300' ? 'good' : undefined}
                    >
                      {status}
                    </span>
                  ))}
                </span>
                <span>
                  <Coded text={said} />
                </span>
                {!content && <span className={s.quiet}>{docs.noContent}</span>}
              </div>
              {Object.entries(content ?? {}).map(([type, { schema }]) => (
                <SchemaOrExample
                  key={type}
                  title={<span className={s.quiet}>{type}</span>}
                  document={document}
                  schema={schema}
                  whole
                />
              ))}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
