import { memo } from 'react';
import type { Task } from '~/api/client';
import { TaskRow } from './TaskRow';

interface Props {
  readonly tasks: readonly Task[];
  /** Those that are selected, here or elsewhere. */
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string, through?: boolean) => void;
  readonly archive: (ids: readonly string[]) => void;
  readonly unarchive: (ids: readonly string[]) => void;
  readonly now: number;
}

/** A few rows of a group, drawn anew when one of them is another or the selection is. */
export const TaskRows = memo(function TaskRows(props: Props) {
  const { tasks, ids, toggle, archive, unarchive, now } = props;
  return tasks.map(task => (
    <TaskRow
      key={task.id}
      task={task}
      selected={ids.has(task.id)}
      toggle={toggle}
      shelve={task.archivedAt ? unarchive : archive}
      now={now}
    />
  ));
}, isSame);

function isSame(one: Props, other: Props): boolean {
  const { tasks, ...rest } = one;
  return (
    tasks.length === other.tasks.length &&
    tasks.every((task, at) => task === other.tasks[at]) &&
    Object.entries(rest).every(([name, value]) => other[name as keyof Props] === value)
  );
}
