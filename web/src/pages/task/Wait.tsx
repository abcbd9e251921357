import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import type { Attempt, Task } from '~/api/client';
import { systemQuery } from '~/api/queries';
import { sourceName } from '~/parts/repository';
import { useWords } from '~/words/Words';
import s from './Wait.module.css';

interface Props {
  readonly task: Task;
  readonly attempt: Attempt;
  readonly showLogs: () => void;
}

/** Why nothing is seen to happen, in one sentence, and where to look meanwhile. */
export function Wait({ task, attempt, showLogs }: Props) {
  const words = useWords().task;
  const reason = useReason(task, attempt);
  if (!reason) return null;
  return (
    <p className={s.wait} role="status">
      <Hourglass size={14} aria-hidden />
      <span>
        {reason}{' '}
        {attempt.state === 'setting_up' && (
          <button type="button" className={s.look} onClick={showLogs}>
            {words.waiting.watch}
          </button>
        )}
      </span>
    </p>
  );
}

function useReason(task: Task, attempt: Attempt): string | undefined {
  const words = useWords().task;
  const { waiting } = words;
  const isQueued = attempt.state === 'queued' && task.queue !== undefined;
  const { data: system } = useQuery({ ...systemQuery(), enabled: isQueued });
  switch (attempt.state) {
    case 'queued': {
      if (!task.queue) return waiting.queued;
      const { position } = task.queue;
      if (!system) return words.queue(position);
      if (system.disk.free < system.disk.floor) return waiting.diskFull(position);
      return system.running >= system.capacity
        ? waiting.full(position, system.running, system.capacity)
        : waiting.soon(position);
    }
    case 'preparing':
      return waiting.checkout(sourceName(task.repo, words));
    case 'setting_up':
      return waiting.setup;
    case 'waiting':
      return waiting.you;
    case 'collecting':
      return attempt.phases.at(-1)?.phase === 'check' && task.check
        ? waiting.check(task.check)
        : waiting.collect;
    default:
      return undefined;
  }
}
