import { Button } from '@mantine/core';
import { Archive, ListChecks, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isEnded } from '~/api/states';
import { useArchive } from '~/parts/archive/useArchive';
import { Notice } from '~/parts/Notice';
import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';
import { BulkBar } from './BulkBar';
import { Filters } from './Filters';
import { type Filter, read, write } from './filter';
import { countOf, grouped } from './groups';
import { MoreRows } from './MoreRows';
import s from './page.module.css';
import { TaskGroup } from './TaskGroup';
import { useRowKeys } from './useRowKeys';
import { useSelection } from './useSelection';
import { useTasks } from './useTasks';

/** All tasks: /tasks. */
export default function TasksPage() {
  const { tasks: words, app } = useWords();
  useTitle(words.title);
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => read(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<Filter>) =>
      setParameters(now => write({ ...read(now), ...part }), { replace: true }),
    [setParameters],
  );
  const { tasks, fits, counts, more, loadsMore } = useTasks(filter);
  const groups = useMemo(() => grouped(tasks ?? []), [tasks]);
  const listed = useMemo(() => groups.flatMap(group => group.tasks), [groups]);
  const selection = useSelection(listed);
  const archiving = useArchive();
  const { archive, unarchive } = archiving;
  const shelve = (id: string) => {
    const chosen = selection.tasks.length ? selection.tasks : listed.filter(it => it.id === id);
    const ids = chosen.filter(it => isEnded(it.state)).map(it => it.id);
    if (ids.length) (filter.show === 'archived' ? unarchive : archive)(ids);
    selection.clear();
  };
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useRowKeys(list, {
    select: selection.toggle,
    shelve,
    clear: selection.clear,
    search: () => search.current?.focus(),
  });

  const filtered = write(filter).size > 0;
  return (
    <div className={s.page}>
      <header className={s.head}>
        <h1 className={s.title}>{words.title}</h1>
        <Button component={Link} to="/">
          {app.newTask}
        </Button>
      </header>
      <Filters filter={filter} counts={counts} change={change} search={search} />
      <div
        ref={list}
        className={s.groups}
        data-selecting={selection.tasks.length > 0}
        data-fits={fits}
      >
        {groups.map(group => (
          <TaskGroup
            key={group.name}
            group={group}
            count={counts && countOf(counts, group.name, filter.show)}
            selection={selection}
            archiving={archiving}
          />
        ))}
      </div>
      {tasks?.length === 0 &&
        (write(filter).toString() === 'show=archived' ? (
          <Notice icon={Archive} title={words.noneArchived} hint={words.noneArchivedHint} />
        ) : filtered ? (
          <Notice icon={SearchX} title={words.noneFits} hint={words.noneFitsHint} />
        ) : (
          <Notice icon={ListChecks} title={words.none} hint={words.noneHint} />
        ))}
      {more && <MoreRows load={more} loading={loadsMore} />}
      <BulkBar selection={selection} archiving={archiving} />
    </div>
  );
}
