import { DiffNumbers } from '~/parts/DiffNumbers';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { visible } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import s from './Head.module.css';
import type { SharedTask } from './queries';

export function Head({ task }: { readonly task: SharedTask }) {
  const words = useWords().task;
  const { moment } = useFormats();
  const { diffStat } = task.result;
  const first = title(task.prompt, 160);
  return (
    <header className={s.head}>
      <p className={s.facts}>
        <StateMark state={task.state} />
        {diffStat && diffStat.files > 0 && (
          <>
            <DiffNumbers stat={diffStat} />
            <span>{words.files(diffStat.files)}</span>
          </>
        )}
        <span>{words.modes[task.mode]}</span>
        <time dateTime={task.createdAt}>{moment(task.createdAt)}</time>
      </p>
      <h1 className={s.title}>{first}</h1>
      {first !== task.prompt.trim() && (
        <details className={s.whole}>
          <summary>{words.showAll}</summary>
          <p className={s.prompt}>{visible(task.prompt)}</p>
        </details>
      )}
    </header>
  );
}
