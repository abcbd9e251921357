// Open tasks, by what they ask of a person. Pure.
import type { State, Task, TaskCounts } from '~/api/client';
import type { Show } from './filter';

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

/** How many tasks of a group there are, loaded or not. */
export function countOf(counts: TaskCounts, group: GroupName, show: Show): number {
  return group === 'ended' ? countShown(counts, show) - openOf(counts, show) : counts[group];
}

/** How many tasks a choice of the filter stands for. */
export function countShown(counts: TaskCounts, show: Show): number {
  const { succeeded, failed, canceled, archived } = counts;
  switch (show) {
    case 'all':
      return openOf(counts, show) + succeeded + failed + canceled;
    case 'open':
      return openOf(counts, show);
    case 'done':
      return succeeded;
    case 'failed':
      return failed;
    case 'canceled':
      return canceled;
    case 'archived':
      return archived;
  }
}

function openOf({ queued, running, waiting }: TaskCounts, show: Show): number {
  return show === 'all' || show === 'open' ? queued + running + waiting : 0;
}
