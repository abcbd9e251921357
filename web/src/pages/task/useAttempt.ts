import { useSearchParams } from 'react-router';
import type { Attempt, Task } from '~/api/client';

export interface Shown {
  readonly attempt: Attempt;
  /** Somebody chose it; else it is the one that gives the task its state. */
  readonly isChosen: boolean;
  readonly choose: (number: number) => void;
}

/** The attempt that is looked at, in the address. */
export function useAttempt(task: Task): Shown {
  const [parameters, setParameters] = useSearchParams();
  const asked = Number(parameters.get('attempt'));
  const chosen = task.attempts.find(it => it.number === asked);
  const choose = (number: number) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        next.set('attempt', String(number));
        return next;
      },
      { replace: true },
    );
  return { attempt: chosen ?? leading(task), isChosen: chosen !== undefined, choose };
}

/** The last one in the task's own state. */
function leading(task: Task): Attempt {
  return (
    task.attempts.findLast(it => it.state === task.state) ?? task.attempts.at(-1) ?? none(task)
  );
}

function none({ state, createdAt, phases, usage, result }: Task): Attempt {
  return { number: 1, turn: 1, state, queuedAt: createdAt, phases, usage, result };
}
