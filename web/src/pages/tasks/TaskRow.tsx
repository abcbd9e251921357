import { Archive, ArchiveRestore, CircleCheck, CircleX } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { Link } from 'react-router';
import type { Task } from '~/api/client';
import { isEnded } from '~/api/states';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { sourceName } from '~/parts/repository';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { useFormats, useWords } from '~/words/Words';
import s from './TaskRow.module.css';

interface Props {
  readonly task: Task;
  readonly selected: boolean;
  readonly toggle: (id: string, through?: boolean) => void;
  readonly shelve: (ids: readonly string[]) => void;
  /** A minute's clock, for all rows the same. */
  readonly now: number;
}

export const TaskRow = memo(function TaskRow({ task, selected, toggle, shelve, now }: Props) {
  const words = useWords();
  const { ago, moment, money } = useFormats();
  const name = title(task.prompt);
  const stat = task.result.diffStat;
  const act = task.archivedAt ? words.task.actions.unarchive : words.task.actions.archive;
  const click = (event: MouseEvent) => {
    event.preventDefault();
    toggle(task.id, event.shiftKey);
  };
  return (
    <li className={s.row} data-selected={selected}>
      <input
        type="checkbox"
        className={s.box}
        checked={selected}
        aria-label={words.tasks.select(name)}
        onClick={event => event.shiftKey && click(event)}
        onChange={() => toggle(task.id)}
      />
      <Link to={`/tasks/${task.id}`} className={s.link} data-task={task.id}>
        <StateMark state={task.state} iconOnly />
        <span className={s.title}>{name}</span>
        <Why task={task} />
        <span className={s.source} title={task.repo?.url}>
          {sourceName(task.repo, words.task)}
        </span>
        <span className={s.numbers}>
          <CheckMark task={task} />
          {stat && stat.files > 0 && <DiffNumbers stat={stat} />}
        </span>
        <span className={s.cost} title={words.tasks.cost}>
          {task.usage.usd > 0 && money(task.usage.usd)}
        </span>
        <span className={s.actor} title={words.tasks.actor(task.actor.name)}>
          {task.actor.name}
        </span>
        <time className={s.time} dateTime={task.createdAt} title={moment(task.createdAt)}>
          {ago(task.createdAt, now)}
        </time>
      </Link>
      {isEnded(task.state) && (
        <button
          type="button"
          className={s.shelve}
          title={act}
          aria-label={`${act}: ${name}`}
          onClick={() => shelve([task.id])}
        >
          {task.archivedAt ? <ArchiveRestore size={15} /> : <Archive size={15} />}
        </button>
      )}
    </li>
  );
});

/** Why it waits, or how it ended, in a few words. */
function Why({ task }: { readonly task: Task }) {
  const words = useWords().task;
  const why = task.queue
    ? words.queue(task.queue.position)
    : task.failure && words.causes[task.failure.cause];
  return why ? <span className={s.why}>{why}</span> : null;
}

function CheckMark({ task }: { readonly task: Task }) {
  const words = useWords().task;
  const check = task.result.check;
  if (!check) return null;
  const good = check.status === 'passed';
  const Icon = good ? CircleCheck : CircleX;
  return (
    <span className={good ? s.good : s.bad} title={words.checks[check.status]}>
      <Icon size={14} aria-hidden />
      <span className="unseen">{words.checks[check.status]}</span>
    </span>
  );
}
