import document from 'virtual:openapi';
import { Button, TextInput } from '@mantine/core';
import { List, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import type { Operation } from './document';
import s from './Menu.module.css';
import { MethodMark } from './MethodMark';

interface Props {
  readonly operations: readonly Operation[];
  /** The fragment of what is shown. */
  readonly at: string;
}

/** Everything the document has, in groups, to be found by any of its words. */
export function Menu({ operations, at }: Props) {
  const { docs } = useWords();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const fits = useMemo(() => fitting(text), [text]);
  const groups = document.tags
    .map(({ name }) => ({
      name,
      found: operations.filter(it => it.tag === name && fits(it.path, it.summary, it.id)),
    }))
    .filter(({ found }) => found.length);
  const schemas = Object.keys(document.components.schemas).filter(it => fits(it));
  const close = () => setOpen(false);
  return (
    <nav className={s.menu} aria-label={docs.menu} data-open={open}>
      <p className={s.head}>
        <Link to="/api/docs" onClick={close}>
          {docs.title}
        </Link>
        <Button
          className={s.opener}
          variant="default"
          aria-expanded={open}
          leftSection={<List size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {docs.menu}
        </Button>
      </p>
      <TextInput
        className={s.filter}
        aria-label={docs.filter}
        placeholder={docs.filter}
        leftSection={<Search size={14} aria-hidden />}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div className={s.groups}>
        {groups.map(({ name, found }) => (
          <details key={name} className={s.group} open={name !== 'later' || text !== ''}>
            <summary>{docs.tags[name] ?? name}</summary>
            <ul>
              {found.map(({ id, method, path, summary }) => (
                <li key={id}>
                  <Link
                    to={`#${id}`}
                    className={s.link}
                    aria-current={id === at || undefined}
                    title={summary}
                    onClick={close}
                  >
                    <MethodMark method={method} />
                    <span className={s.path}>{path}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
        {schemas.length > 0 && (
          <details className={s.group} open={text !== '' || at.startsWith('schema/')}>
            <summary>{docs.schemas}</summary>
            <ul>
              {schemas.map(name => (
                <li key={name}>
                  <Link
                    to={`#schema/${name}`}
                    className={s.link}
                    aria-current={at === `schema/${name}` || undefined}
                    onClick={close}
                  >
                    <span className={s.path}>{name}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
        {!groups.length && !schemas.length && <p className={s.none}>{docs.noneFits}</p>}
      </div>
    </nav>
  );
}

/** Whether all words of the text stand somewhere. */
function fitting(text: string): (...places: readonly string[]) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (...places) => {
    const all = places.join(' ').toLowerCase();
    return words.every(word => all.includes(word));
  };
}
