import { Paperclip, UserRound } from 'lucide-react';
import { useFormats, useWords } from '~/words/Words';
import { Markdown } from '../markdown/Markdown';
import type { AskedRow } from '../story/rows';
import { FIRST } from '../story/story';
import s from './Asked.module.css';
import { Line } from './Line';
import type { RowProps } from './props';

/** A person's words. What the task began with stands above as its title, and so is folded. */
export function Asked({ row, open, onOpen }: RowProps<AskedRow>) {
  const { timeline } = useWords();
  const { moment } = useFormats();
  if (row.id !== FIRST) return <Words row={row} />;
  return (
    <Line
      icon={UserRound}
      aside={<time dateTime={row.at}>{moment(row.at)}</time>}
      open={open}
      onOpen={onOpen}
      body={<Words row={row} />}
    >
      {timeline.asked(row.by)}
    </Line>
  );
}

function Words({ row }: { readonly row: AskedRow }) {
  const { timeline } = useWords();
  const { moment } = useFormats();
  const { attachments } = row;
  return (
    <article className={s.asked}>
      <header className={s.head}>
        <strong>{row.by}</strong>
        <time dateTime={row.at}>{moment(row.at)}</time>
      </header>
      <Markdown text={row.text} />
      {attachments.length > 0 && (
        <p className={s.attached}>
          <Paperclip size={13} aria-hidden />
          {timeline.attached(attachments.length)}
        </p>
      )}
    </article>
  );
}
