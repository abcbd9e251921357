import type { Task } from '~/api/client';

/** The repositories of these tasks, the most recent first, each once. Pure. */
export function knownRepositories(tasks: readonly Task[]): readonly string[] {
  return [...new Set(tasks.flatMap(task => task.repo?.url ?? []))];
}
