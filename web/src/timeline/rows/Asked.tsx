import { Paperclip } from 'lucide-react';
import { useFormats, useWords } from '~/words/Words';
import { Markdown } from '../markdown/Markdown';
import type { AskedRow } from '../story/rows';
import s from './Asked.module.css';

/** A person's words. */
export function Asked({ row }: { readonly row: AskedRow }) {
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
