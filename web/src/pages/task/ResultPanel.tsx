import { CircleCheck, CircleX } from 'lucide-react';
import type { Task } from '~/api/client';
import { milliseconds } from '~/time/duration';
import { useFormats, useWords } from '~/words/Words';
import s from './ResultPanel.module.css';

/** What came out beside the diff: the explanation, the check, what was left to download. */
export function ResultPanel({ task }: { readonly task: Task }) {
  const words = useWords().task;
  const { bytes } = useFormats();
  const { explanation, check, artifacts } = task.result;
  return (
    <div className={s.panel}>
      {check && <CheckCard check={check} />}
      {explanation ? (
        <section>
          <h2 className={s.heading}>{words.explanation}</h2>
          <div className={s.prose}>{explanation}</div>
        </section>
      ) : (
        <p className={s.quiet}>{words.notYet}</p>
      )}
      {artifacts.length > 0 && (
        <section>
          <h2 className={s.heading}>{words.files_}</h2>
          <ul>
            {artifacts.map(({ path, bytes: size }) => (
              <li key={path}>
                <a href={`/logs/${task.id}/output/${path}`} download>
                  {path}
                </a>{' '}
                <span className={s.quiet}>{bytes(size)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function CheckCard({ check }: { readonly check: NonNullable<Task['result']['check']> }) {
  const words = useWords().task;
  const { duration } = useFormats();
  const good = check.status === 'passed';
  const Icon = good ? CircleCheck : CircleX;
  return (
    <section className={s.check} data-good={good}>
      <Icon size={16} aria-hidden />
      <strong>{words.checks[check.status]}</strong>
      <code>{check.command}</code>
      <span className={s.quiet}>
        {words.exit(check.exitStatus)} · {duration(milliseconds(check.took))}
      </span>
    </section>
  );
}
