import { CircleCheck, CircleX } from 'lucide-react';
import type { Attempt, Task } from '~/api/client';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { StateMark } from '~/parts/StateMark';
import { useFormats, useWords } from '~/words/Words';
import s from './Attempts.module.css';

interface Props {
  readonly task: Task;
  readonly shown: Attempt;
  readonly choose: (number: number) => void;
}

/** Of several attempts, which one the page shows: each with what it came to. */
export function Attempts({ task, shown, choose }: Props) {
  const words = useWords().task;
  if (task.attempts.length < 2) return null;
  return (
    <fieldset className={s.attempts}>
      <legend className="unseen">{words.attempts}</legend>
      {task.attempts.map(attempt => (
        <button
          key={attempt.number}
          type="button"
          className={s.attempt}
          aria-pressed={attempt.number === shown.number}
          onClick={() => choose(attempt.number)}
        >
          <StateMark state={attempt.state} iconOnly />
          <span className={s.name}>{words.attempt(attempt.number)}</span>
          <Came attempt={attempt} />
        </button>
      ))}
    </fieldset>
  );
}

function Came({ attempt }: { readonly attempt: Attempt }) {
  const words = useWords().task;
  const { money } = useFormats();
  const { diffStat, check } = attempt.result;
  const Icon = check?.status === 'passed' ? CircleCheck : CircleX;
  return (
    <span className={s.came}>
      {diffStat && diffStat.files > 0 && <DiffNumbers stat={diffStat} />}
      {check && (
        <span className={s.check} data-good={check.status === 'passed'}>
          <Icon size={12} aria-hidden />
          {words.checks[check.status]}
        </span>
      )}
      {attempt.usage.usd > 0 && <span>{money(attempt.usage.usd)}</span>}
    </span>
  );
}
