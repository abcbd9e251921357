import { Cpu, GitBranch, Search, User, X } from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import type { TaskCounts } from '~/api/client';
import { repositoryName } from '~/parts/repository';
import { Segments } from '~/parts/Segments';
import { useWords, type Words } from '~/words/Words';
import s from './Filters.module.css';
import { type Filter, SHOWS } from './filter';
import { countShown } from './groups';

const TYPING_MS = 180;

interface Props {
  readonly filter: Filter;
  readonly counts: TaskCounts | undefined;
  readonly change: (part: Partial<Filter>) => void;
  readonly search: Ref<HTMLInputElement>;
}

export function Filters({ filter, counts, change, search }: Props) {
  const { tasks } = useWords();
  return (
    <div className={s.filters}>
      <Segments
        label={tasks.filter}
        value={filter.show}
        onChange={show => change({ show })}
        options={SHOWS.map(value => ({
          value,
          name: tasks.filters[value],
          count: counts && value !== 'all' ? countShown(counts, value) : undefined,
        }))}
      />
      <SearchField value={filter.text} change={text => change({ text })} field={search} />
      {NAMED.map(({ part, icon: Icon }) =>
        filter[part] ? (
          <button
            key={part}
            type="button"
            className={s.named}
            onClick={() => change({ [part]: '' })}
          >
            <Icon size={13} aria-hidden />
            {said(tasks, part, filter[part])}
            <X size={13} aria-label={tasks.clear} />
          </button>
        ) : null,
      )}
    </div>
  );
}

const NAMED = [
  { part: 'repo', icon: GitBranch },
  { part: 'actor', icon: User },
  { part: 'model', icon: Cpu },
] as const;

function said(words: Words['tasks'], part: 'repo' | 'actor' | 'model', value: string): string {
  if (part === 'actor') return words.ofActor(value);
  return words.ofRepo(part === 'repo' ? repositoryName(value) : value);
}

interface SearchProps {
  readonly value: string;
  readonly change: (text: string) => void;
  readonly field: Ref<HTMLInputElement>;
}

/** Asks the server a moment after the last letter. */
function SearchField({ value, change, field }: SearchProps) {
  const { tasks } = useWords();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => change(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, change]);
  return (
    <label className={s.search}>
      <Search size={14} aria-hidden />
      <span className="unseen">{tasks.search}</span>
      <input
        ref={field}
        type="search"
        placeholder={tasks.search}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </label>
  );
}
