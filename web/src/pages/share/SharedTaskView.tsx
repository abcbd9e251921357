import { CircleX, Download } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { isEnded } from '~/api/states';
import { PhaseBar } from '~/parts/phases/PhaseBar';
import { useWords } from '~/words/Words';
import { CheckLine } from './CheckLine';
import { Explanation } from './Explanation';
import { FileFold } from './FileFold';
import { Head } from './Head';
import type { SharedTask } from './queries';
import s from './SharedTaskView.module.css';

const SharedDiff = lazy(async () => ({ default: (await import('./SharedDiff')).SharedDiff }));

interface Props {
  readonly task: SharedTask;
  readonly token: string;
}

/** What was asked, and what came of it. */
export function SharedTaskView({ task, token }: Props) {
  const { share, task: words } = useWords();
  const { explanation, check, diffStat } = task.result;
  const live = !isEnded(task.state);
  const logs = task.files.filter(file => file !== 'diff.patch' && file !== 'explanation.md');
  return (
    <article className={s.page}>
      <Head task={task} />
      <div className={s.way}>
        <PhaseBar
          phases={task.phases}
          state={task.state}
          failed={task.failedIn}
          hasCheck={check !== undefined}
        />
        {live && <p className={s.quiet}>{share.runs}</p>}
      </div>
      {task.failure && (
        <section className={s.failed}>
          <h2>
            <CircleX size={16} aria-hidden />
            {share.failed}
          </h2>
          <p>{task.failure}</p>
        </section>
      )}
      {check && <CheckLine check={check} />}
      {explanation && (
        <section>
          <h2 className={s.heading}>{words.explanation}</h2>
          <Explanation text={explanation} />
        </section>
      )}
      {diffStat && diffStat.files > 0 && (
        <section>
          <div className={s.bar}>
            <h2 className={s.heading}>{share.changes}</h2>
            <a className={s.save} href={`/s/${token}/diff.patch`} download>
              <Download size={13} aria-hidden />
              {share.patch}
            </a>
          </div>
          <Suspense fallback={<p className={s.quiet}>{words.changes}…</p>}>
            <SharedDiff token={token} version={`${task.state} ${task.endedAt ?? ''}`} />
          </Suspense>
        </section>
      )}
      {diffStat?.files === 0 && <p className={s.quiet}>{words.noChange}</p>}
      {logs.length > 0 && (
        <section>
          <h2 className={s.heading}>{share.logs}</h2>
          <div className={s.files}>
            {logs.map(name => (
              <FileFold key={name} name={name} address={`/s/${token}/${name}`} />
            ))}
          </div>
        </section>
      )}
    </article>
  );
}
