import type { Task } from '~/api/client';
import type { Archiving } from '~/parts/archive/useArchive';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import type { Group } from './groups';
import s from './TaskGroup.module.css';
import { TaskRows } from './TaskRows';
import type { Selection } from './useSelection';

const CHUNK = 50;

interface Props {
  readonly group: Group;
  /** Of all, also of those that were not loaded. */
  readonly count: number | undefined;
  readonly selection: Selection;
  readonly archiving: Archiving;
}

export function TaskGroup({ group, count, selection, archiving }: Props) {
  const { tasks } = useWords();
  const { number } = useFormats();
  const now = useNow(30_000);
  return (
    <section aria-label={tasks.groups[group.name]}>
      <h2 className={s.heading}>
        {tasks.groups[group.name]}
        {count !== undefined && (
          <span className={s.count}>{number(Math.max(count, group.tasks.length))}</span>
        )}
      </h2>
      <ul className={s.rows}>
        {chunks(group.tasks).map((tasks, at) => (
          <TaskRows
            // biome-ignore lint/suspicious/noArrayIndexKey: a row at the top is no other page for the rest
            key={at}
            tasks={tasks}
            ids={selection.ids}
            toggle={selection.toggle}
            archive={archiving.archive}
            unarchive={archiving.unarchive}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}

/** So that a page more of a long list is drawn without a look at each row before it. */
function chunks(tasks: readonly Task[]): (readonly Task[])[] {
  const found: (readonly Task[])[] = [];
  for (let at = 0; at < tasks.length; at += CHUNK) found.push(tasks.slice(at, at + CHUNK));
  return found;
}
