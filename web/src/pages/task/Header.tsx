import { Bot, GitBranch, User } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { sourceName } from '~/parts/repository';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { visible } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import { Actions } from './Actions';
import s from './Header.module.css';

export function Header({ task, feed }: { readonly task: Task; readonly feed: Feed }) {
  const words = useWords().task;
  const { moment } = useFormats();
  const stat = task.result.diffStat;
  return (
    <header className={s.header}>
      <div className={s.top}>
        <div className={s.states}>
          <StateMark state={task.state} />
          {stat && stat.files > 0 && <DiffNumbers stat={stat} />}
        </div>
        <Actions task={task} feed={feed} />
      </div>
      <Prompt text={task.prompt} />
      <p className={s.facts}>
        <span title={task.repo?.url ?? task.repo?.upload}>
          <GitBranch size={13} aria-hidden />
          {sourceName(task.repo, words)}
          {task.repo?.ref && ` @ ${task.repo.ref}`}
        </span>
        <span>
          <Bot size={13} aria-hidden />
          {task.model}
        </span>
        <span>
          <User size={13} aria-hidden />
          {task.actor.name}
        </span>
        <span>{words.modes[task.mode]}</span>
        <time dateTime={task.createdAt}>{moment(task.createdAt)}</time>
      </p>
    </header>
  );
}

/** A long prompt is its first line until somebody wants all of it. */
function Prompt({ text }: { readonly text: string }) {
  const words = useWords().task;
  const [all, setAll] = useState(false);
  const first = title(text, 160);
  const isLong = first !== text.trim();
  return (
    <div>
      <h1 className={s.title}>{first}</h1>
      {isLong && all && <p className={s.prompt}>{visible(text)}</p>}
      {isLong && (
        <button type="button" className={s.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.showLess : words.showAll}
        </button>
      )}
    </div>
  );
}
