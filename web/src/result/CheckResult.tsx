import { useQuery } from '@tanstack/react-query';
import { ChevronDown, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '~/api/client';
import { plainly } from '~/text/hidden';
import { milliseconds } from '~/time/duration';
import { useRefusal } from '~/words/useRefusal';
import { useFormats, useWords } from '~/words/Words';
import s from './CheckResult.module.css';
import { logTailQuery } from './log';

type Check = NonNullable<Result['check']>;

interface Props {
  readonly check: Check;
  /** Where its log is; absent if it is not shown. */
  readonly log?: string | undefined;
}

const LOOKS = {
  passed: [CircleCheck, 'good'],
  failed: [CircleX, 'bad'],
  error: [TriangleAlert, 'wait'],
} as const;

/** What came of the check; its log is read when somebody wants to see it. */
export function CheckResult({ check, log }: Props) {
  const words = useWords();
  const { duration } = useFormats();
  const [open, setOpen] = useState(false);
  const [Icon, tone] = LOOKS[check.status];
  return (
    <section className={s.check} data-tone={tone} aria-label={words.result.check}>
      <div className={s.line}>
        <Icon size={16} aria-hidden />
        <strong>{words.task.checks[check.status]}</strong>
        <code className={s.command}>{plainly(check.command)}</code>
        <span className={s.facts}>
          {words.task.exit(check.exitStatus)} · {duration(milliseconds(check.took))}
        </span>
        {log && (
          <button
            type="button"
            className={s.toggle}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? words.result.hideLog : words.result.showLog}
            <ChevronDown size={14} aria-hidden />
          </button>
        )}
      </div>
      {open && log && <Log address={log} />}
    </section>
  );
}

function Log({ address }: { readonly address: string }) {
  const { result } = useWords();
  const refusal = useRefusal();
  const { bytes } = useFormats();
  const { data, error } = useQuery(logTailQuery(address));
  if (error) return <p className={s.note}>{refusal(error)}</p>;
  if (!data) return <p className={s.note}>{result.readingLog}</p>;
  if (!data.text.trim()) return <p className={s.note}>{result.noLog}</p>;
  return (
    <>
      {data.cut && <p className={s.note}>{result.logCut(bytes(data.text.length))}</p>}
      <pre
        className={s.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
        tabIndex={0}
      >
        {data.text}
      </pre>
    </>
  );
}
