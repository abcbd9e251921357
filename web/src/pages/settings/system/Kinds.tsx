import { useFormats, useWords } from '~/words/Words';
import { type Item, kinds } from './removed';
import s from './System.module.css';

/** What goes, by its kind, with names to unfold. */
export function Kinds({ removed }: { readonly removed: readonly Item[] }) {
  const { settings } = useWords();
  const { bytes, number } = useFormats();
  return (
    <ul className={s.kinds}>
      {kinds(removed).map(({ kind, bytes: size, items }) => (
        <li key={kind}>
          <details>
            <summary>
              <span>{settings.system.kinds[kind]}</span>
              <span>{number(items.length)}</span>
              <span>{bytes(size)}</span>
            </summary>
            <ul className={s.names}>
              {items.map(({ name, bytes: each }) => (
                <li key={name} className={s.item}>
                  <code>{name}</code>
                  <span>{bytes(each)}</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
