import type { Task } from '~/api/client';
import { Result } from '~/result/Result';

/** What came out of the attempt that gives the task its state. */
export function ResultPanel({ task }: { readonly task: Task }) {
  const { number } = task.attempts.findLast(attempt => attempt.state === task.state) ??
    task.attempts.at(-1) ?? { number: 1 };
  return <Result taskId={task.id} attempt={{ number, result: task.result }} />;
}
