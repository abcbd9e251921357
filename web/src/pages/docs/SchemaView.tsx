import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import { type Document, refName, resolved, type Schema } from './document';
import { Coded } from './Prose';
import s from './Schema.module.css';
import { bounds, inside, peek, typeText } from './schema';

interface Props {
  readonly document: Document;
  readonly schema: Schema;
}

/** What a value is made of; what is inside is unfolded where one asks for it. */
export function SchemaView({ document, schema }: Props) {
  const it = resolved(document, schema);
  if (it.properties) {
    return (
      <ul className={s.schema}>
        {Object.entries(it.properties).map(([name, of]) => (
          <Property
            key={name}
            name={name}
            required={it.required?.includes(name) ?? false}
            document={document}
            schema={of}
          />
        ))}
      </ul>
    );
  }
  if (it.oneOf) return <Variants document={document} variants={it.oneOf} />;
  return (
    <p className={`${s.alone} ${s.line}`}>
      <Type schema={it} />
      {it.description && <Coded text={it.description} />}
    </p>
  );
}

/** One of several: named ones by their names, others one under the other. */
function Variants({
  document,
  variants,
}: {
  readonly document: Document;
  readonly variants: readonly Schema[];
}) {
  if (variants.every(({ $ref }) => $ref)) {
    return (
      <div className={s.variants}>
        {variants.map(it => (
          <Type key={it.$ref} schema={it} />
        ))}
      </div>
    );
  }
  return (
    <div className={s.choices}>
      {variants.map(it => (
        <SchemaView key={JSON.stringify(it)} document={document} schema={it} />
      ))}
    </div>
  );
}

interface PropertyProps extends Props {
  readonly name: string;
  readonly required: boolean;
}

function Property({ name, required, document, schema }: PropertyProps) {
  const { docs } = useWords();
  const below = inside(document, schema);
  const description = schema.description ?? resolved(document, schema).description;
  return (
    <li className={s.property}>
      <p className={s.line}>
        <code className={s.name}>{name}</code>
        <Type schema={schema} />
        {required && <span className={s.required}>{docs.required}</span>}
      </p>
      {description && (
        <p className={s.said}>
          <Coded text={description} />
        </p>
      )}
      {below && <Fold document={document} schema={below} label={peek(below)} />}
    </li>
  );
}

/** Drawn once it is opened: schemas may hold themselves. */
function Fold({ document, schema, label }: Props & { readonly label: string }) {
  const [open, setOpen] = useState(false);
  const toggle = (event: SyntheticEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open);
  return (
    <details className={s.more} onToggle={toggle}>
      <summary>
        <code>{label}</code>
      </summary>
      {open && <SchemaView document={document} schema={schema} />}
    </details>
  );
}

function Type({ schema }: { readonly schema: Schema }) {
  const ref = schema.$ref ?? schema.items?.$ref;
  const text = typeText(schema);
  return (
    <>
      {ref ? (
        <Link to={`#schema/${refName(ref)}`}>
          <code className={s.type}>{text}</code>
        </Link>
      ) : (
        <code className={s.type}>{text}</code>
      )}
      {bounds(schema).map(it => (
        <code key={it} className={s.bound}>
          {it}
        </code>
      ))}
    </>
  );
}
