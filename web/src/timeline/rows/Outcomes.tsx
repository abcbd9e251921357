import { Ban, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { visible } from '~/text/hidden';
import { milliseconds } from '~/time/duration';
import { useFormats, useWords } from '~/words/Words';
import type { CheckRow, EndedRow } from '../story/rows';
import s from './Outcomes.module.css';

/** Did the result hold? */
export function Check({ row }: { readonly row: CheckRow }) {
  const { task } = useWords();
  const { duration } = useFormats();
  const { status, command, exitStatus, took } = row.result;
  const Icon = status === 'passed' ? CircleCheck : status === 'failed' ? CircleX : TriangleAlert;
  return (
    <section className={s.outcome} data-good={status === 'passed'}>
      <Icon size={16} aria-hidden />
      <strong>{task.checks[status]}</strong>
      <code className={s.command}>{visible(command)}</code>
      <span className={s.quiet}>
        {task.exit(exitStatus)} · {duration(milliseconds(took))}
      </span>
    </section>
  );
}

/** How the attempt ended. */
export function Ended({ row }: { readonly row: EndedRow }) {
  const { timeline, task } = useWords();
  const { moment } = useFormats();
  const { outcome } = row;
  const time = (
    <time className={s.quiet} dateTime={row.at}>
      {moment(row.at)}
    </time>
  );
  if (outcome.type !== 'failed') {
    const Icon = outcome.type === 'succeeded' ? CircleCheck : Ban;
    return (
      <div className={s.end} data-type={outcome.type}>
        <Icon size={15} aria-hidden />
        <strong>{timeline.ended[outcome.type]}</strong>
        {time}
      </div>
    );
  }
  return (
    <section className={s.outcome} data-good={false}>
      <CircleX size={16} aria-hidden />
      <strong>{task.causes[outcome.cause]}</strong>
      <span>{visible(outcome.message)}</span>
      {time}
    </section>
  );
}
