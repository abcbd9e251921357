import { UserRound } from 'lucide-react';
import { useFormats, useWords } from '~/words/Words';
import { Markdown } from '../markdown/Markdown';
import type { AskedRow } from '../story/rows';
import { FIRST } from '../story/story';
import s from './Asked.module.css';
import { Attachments } from './Attachments';
import { Line } from './Line';
import type { RowProps } from './props';

/** A person's words. What the task began with stands above as its title, and so is folded. */
export function Asked({ row, open, onOpen, taskId }: RowProps<AskedRow>) {
  const { timeline } = useWords();
  const { moment } = useFormats();
  if (row.id !== FIRST) return <Words row={row} taskId={taskId} />;
  return (
    <Line
      icon={UserRound}
      aside={<time dateTime={row.at}>{moment(row.at)}</time>}
      open={open}
      onOpen={onOpen}
      body={<Words row={row} taskId={taskId} />}
    >
      {timeline.asked(row.by)}
    </Line>
  );
}

function Words({ row, taskId }: Pick<RowProps<AskedRow>, 'row' | 'taskId'>) {
  const { moment } = useFormats();
  const { attachments } = row;
  return (
    <article className={s.asked}>
      <header className={s.head}>
        <strong>{row.by}</strong>
        <time dateTime={row.at}>{moment(row.at)}</time>
      </header>
      <Markdown text={row.text} />
      {attachments.length > 0 && <Attachments taskId={taskId} ids={attachments} />}
    </article>
  );
}
