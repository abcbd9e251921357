import { type ReactNode, useState } from 'react';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import { Code } from './Code';
import s from './Docs.module.css';
import type { Document, Schema } from './document';
import { SchemaView } from './SchemaView';
import { example } from './schema';

interface Props {
  readonly title: ReactNode;
  readonly document: Document;
  readonly schema: Schema | undefined;
  /** The example has also what may be left out. */
  readonly whole: boolean;
}

/** What is sent or answered, in its parts or by an example. */
export function SchemaOrExample({ title, document, schema, whole }: Props) {
  const { docs } = useWords();
  const [view, setView] = useState<'schema' | 'example'>('schema');
  const text = schema && schema.format !== 'binary' && schema.type !== 'string';
  return (
    <section className={s.part}>
      <div className={s.bar}>
        <h2>{title}</h2>
        {text && (
          <Segments
            label={docs.view}
            value={view}
            options={[
              { value: 'schema', name: docs.schema },
              { value: 'example', name: docs.example },
            ]}
            onChange={setView}
          />
        )}
      </div>
      {schema && view === 'schema' && <SchemaView document={document} schema={schema} />}
      {schema && view === 'example' && (
        <Code
          label={docs.example}
          text={JSON.stringify(example(document, schema, whole), null, 2)}
        />
      )}
    </section>
  );
}
