import { useWords } from '~/words/Words';
import type { Parameter } from './document';
import { Coded } from './Prose';
import s from './Schema.module.css';
import { bounds, typeText } from './schema';

export function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const { docs } = useWords();
  return (
    <ul className={s.schema}>
      {parameters.map(({ name, in: place, required, description, schema = {} }) => (
        <li key={`${place} ${name}`} className={s.property}>
          <p className={s.line}>
            <code className={s.name}>{name}</code>
            <span className={s.place}>{docs.places[place]}</span>
            <code className={s.type}>{typeText(schema)}</code>
            {bounds(schema).map(it => (
              <code key={it} className={s.bound}>
                {it}
              </code>
            ))}
            {required && <span className={s.required}>{docs.required}</span>}
          </p>
          {description && (
            <p className={s.said}>
              <Coded text={description} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
