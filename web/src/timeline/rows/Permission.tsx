import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Hand, ShieldCheck, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '~/api/caller';
import { toastError } from '~/app/toasts';
import { visible } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import { answerApproval } from '../answerApproval';
import { changeOf } from '../edit/change';
import { Edit } from '../edit/Edit';
import type { PermissionRow } from '../story/rows';
import { Line } from './Line';
import s from './Permission.module.css';
import type { RowProps } from './props';
import { Whole } from './Whole';

/** What the agent may or may not do: asked with buttons, answered in a line. */
export function Permission(props: RowProps<PermissionRow>) {
  const { row } = props;
  if (row.approval && !row.answer && !row.closed)
    return <Asks {...props} approval={row.approval} />;
  return <Answered row={row} />;
}

function Answered({ row }: { readonly row: PermissionRow }) {
  const { timeline } = useWords();
  const words = timeline.permission;
  const { answer, subject } = row;
  if (!answer) {
    return (
      <Line icon={Hand} tone="wait" aside={words.closed}>
        <span className={s.name}>
          {words.asks} {words.kinds[row.tool] ?? words.other}
        </span>
        <code className={s.subject}>{visible(subject)}</code>
      </Line>
    );
  }
  const { allowed, by } = answer;
  return (
    <Line
      icon={allowed ? ShieldCheck : ShieldX}
      tone={allowed ? 'quiet' : 'bad'}
      aside={answer.remembered && words.rule}
    >
      <span className={s.name}>{allowed ? words.allowed(by) : words.denied(by)}</span>
      <code className={s.subject}>{visible(subject)}</code>
      {answer.reason && <span className={s.reason}>{visible(timeline.denial(answer.reason))}</span>}
    </Line>
  );
}

interface AsksProps extends RowProps<PermissionRow> {
  readonly approval: string;
}

function Asks({ row, taskId, approval, whole, onWhole }: AsksProps) {
  const { timeline } = useWords();
  const { moment } = useFormats();
  const words = timeline.permission;
  const [remember, setRemember] = useState(false);
  const answering = useMutation({
    mutationFn: (allow: boolean) => answerApproval(taskId, approval, allow, remember),
    onError: toastError,
  });
  const may = useMay('write');
  const busy = answering.isPending || answering.isSuccess || !may;
  const change = changeOf(row.input);
  return (
    <section className={s.asks}>
      <h3 className={s.title}>
        <Hand size={16} aria-hidden />
        {words.asks} {words.kinds[row.tool] ?? words.other}
      </h3>
      {change ? (
        <Edit change={change} whole={whole} onWhole={onWhole} />
      ) : (
        <Whole text={row.subject} className={s.command} />
      )}
      <div className={s.actions}>
        <Button disabled={busy} onClick={() => answering.mutate(true)}>
          {words.allow}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => answering.mutate(false)}>
          {words.deny}
        </Button>
        <label className={s.remember}>
          <input
            type="checkbox"
            checked={remember}
            disabled={busy}
            onChange={event => setRemember(event.currentTarget.checked)}
          />
          {words.remember}
        </label>
      </div>
      {row.until && <p className={s.until}>{words.until(moment(row.until))}</p>}
    </section>
  );
}
