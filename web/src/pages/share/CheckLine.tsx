import { CircleCheck, CircleX } from 'lucide-react';
import { milliseconds } from '~/time/duration';
import { useFormats, useWords } from '~/words/Words';
import s from './CheckLine.module.css';
import type { SharedTask } from './queries';

/** Whether the result is right, by the command that says so. */
export function CheckLine({
  check,
}: {
  readonly check: NonNullable<SharedTask['result']['check']>;
}) {
  const words = useWords().task;
  const { duration } = useFormats();
  const good = check.status === 'passed';
  const Icon = good ? CircleCheck : CircleX;
  return (
    <p className={s.check} data-good={good}>
      <Icon size={16} aria-hidden />
      <strong>{words.checks[check.status]}</strong>
      <code>{check.command}</code>
      <span className={s.quiet}>
        {words.exit(check.exitStatus)} · {duration(milliseconds(check.took))}
      </span>
    </p>
  );
}
