import type { Archiving } from '~/parts/archive/useArchive';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import type { Group } from './groups';
import s from './TaskGroup.module.css';
import { TaskRow } from './TaskRow';
import type { Selection } from './useSelection';

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
        {group.tasks.map(task => (
          <TaskRow
            key={task.id}
            task={task}
            selected={selection.has(task.id)}
            toggle={selection.toggle}
            shelve={task.archivedAt ? archiving.unarchive : archiving.archive}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}
