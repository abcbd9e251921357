import { CircleX } from 'lucide-react';
import type { Failure } from '~/api/client';
import { useWords } from '~/words/Words';
import s from './Failed.module.css';

/** Why it failed, in the server's own words, with the end of the log. */
export function Failed({ failure }: { readonly failure: Failure }) {
  const { task } = useWords();
  return (
    <section className={s.failed}>
      <h2 className={s.title}>
        <CircleX size={16} aria-hidden />
        {task.causes[failure.cause]}
        <span className={s.phase}>{task.phases[failure.phase]}</span>
      </h2>
      <p className={s.message}>{failure.message}</p>
      {failure.logTail && (
        <details>
          <summary>{task.log}</summary>
          <pre className={s.log}>{failure.logTail}</pre>
        </details>
      )}
    </section>
  );
}
