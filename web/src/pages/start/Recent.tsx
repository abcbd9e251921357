import { Link } from 'react-router';
import type { Task } from '~/api/client';
import { isEnded } from '~/api/queries';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { sourceName } from '~/parts/repository';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './Recent.module.css';

const SHOWN = 5;

/** What is on the way first, then what came last. */
export function Recent({ tasks }: { readonly tasks: readonly Task[] }) {
  const { start, task: words } = useWords();
  const { ago } = useFormats();
  const now = useNow(30_000);
  const open = tasks.filter(task => !isEnded(task.state));
  const shown = [...open, ...tasks.filter(task => isEnded(task.state))].slice(
    0,
    Math.max(SHOWN, open.length),
  );
  return (
    <section className={s.recent}>
      <header className={s.head}>
        <h2>{start.recent}</h2>
        <Link to="/tasks">{start.all}</Link>
      </header>
      <ul className={s.rows}>
        {shown.map(task => (
          <li key={task.id}>
            <Link to={`/tasks/${task.id}`} className={s.row}>
              <StateMark state={task.state} iconOnly />
              <span className={s.title}>{title(task.prompt)}</span>
              <span className={s.source}>{sourceName(task.repo, words)}</span>
              {task.result.diffStat && task.result.diffStat.files > 0 && (
                <DiffNumbers stat={task.result.diffStat} />
              )}
              <time dateTime={task.createdAt}>{ago(task.createdAt, now)}</time>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
