// Open tasks, by what they ask of a person. Pure.
import type { State, Task } from '~/api/client';

export type GroupName = 'waiting' | 'running' | 'queued' | 'ended';

export interface Group {
  readonly name: GroupName;
  readonly tasks: readonly Task[];
}

function groupOf(state: State): GroupName {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'queued':
      return 'queued';
    case 'succeeded':
    case 'failed':
    case 'canceled':
      return 'ended';
    default:
      return 'running';
  }
}

const ORDER: readonly GroupName[] = ['waiting', 'running', 'queued', 'ended'];

/** Those that wait for a person first; a group without tasks is left out, and no task comes twice. */
export function grouped(tasks: readonly Task[]): readonly Group[] {
  const once = [...new Map(tasks.map(task => [task.id, task])).values()];
  return ORDER.map(name => ({
    name,
    tasks: once.filter(task => groupOf(task.state) === name),
  })).filter(group => group.tasks.length > 0);
}
