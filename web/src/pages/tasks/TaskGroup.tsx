import { useNow } from '~/time/now';
import { useWords } from '~/words/Words';
import type { Group } from './groups';
import s from './TaskGroup.module.css';
import { TaskRow } from './TaskRow';
import type { Selection } from './useSelection';

interface Props {
  readonly group: Group;
  readonly selection: Selection;
}

export function TaskGroup({ group, selection }: Props) {
  const { tasks } = useWords();
  const now = useNow(30_000);
  return (
    <section aria-label={tasks.groups[group.name]}>
      <h2 className={s.heading}>
        {tasks.groups[group.name]}
        {group.name !== 'ended' && <span className={s.count}>{group.tasks.length}</span>}
      </h2>
      <ul className={s.rows}>
        {group.tasks.map(task => (
          <TaskRow
            key={task.id}
            task={task}
            selected={selection.has(task.id)}
            toggle={selection.toggle}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}
