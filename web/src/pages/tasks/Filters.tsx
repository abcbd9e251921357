import { GitBranch, Search, X } from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import { repositoryName } from '~/parts/repository';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import s from './Filters.module.css';
import { type Filter, SHOWS } from './filter';

const TYPING_MS = 220;

interface Props {
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
  readonly search: Ref<HTMLInputElement>;
}

export function Filters({ filter, change, search }: Props) {
  const { tasks } = useWords();
  return (
    <div className={s.filters}>
      <Segments
        label={tasks.filter}
        value={filter.show}
        onChange={show => change({ show })}
        options={SHOWS.map(value => ({ value, name: tasks.filters[value] }))}
      />
      <SearchField value={filter.text} change={text => change({ text })} field={search} />
      {filter.repo && (
        <button type="button" className={s.repo} onClick={() => change({ repo: '' })}>
          <GitBranch size={13} aria-hidden />
          {tasks.ofRepo(repositoryName(filter.repo))}
          <X size={13} aria-label={tasks.clear} />
        </button>
      )}
    </div>
  );
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
