import document from 'virtual:openapi';
import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import s from './Docs.module.css';
import { type Operation, resolved } from './document';
import { MethodMark } from './MethodMark';
import { Prose } from './Prose';
import { SchemaOrExample } from './SchemaOrExample';

interface Props {
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** A schema with a name, and which operations name it. */
export function NamedSchema({ name, operations }: Props) {
  const { docs } = useWords();
  const schema = { $ref: `#/components/schemas/${name}` };
  const { description } = resolved(document, schema);
  const naming = operations.filter(({ body, responses }) =>
    JSON.stringify([body, responses]).includes(`${schema.$ref}"`),
  );
  return (
    <article className={s.view}>
      <header className={s.head}>
        <p className={s.quiet}>{docs.schemas}</p>
        <h1 className={s.title}>{name}</h1>
        {description && <Prose text={description} className={s.prose ?? ''} />}
      </header>
      <SchemaOrExample title={docs.schema} document={document} schema={schema} whole />
      {naming.length > 0 && (
        <section className={s.part}>
          <h2>{docs.usedBy}</h2>
          <ul className={s.list}>
            {naming.map(({ id, method, path, summary }) => (
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
      )}
    </article>
  );
}
