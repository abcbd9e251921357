import { ActionIcon, Tooltip } from '@mantine/core';
import { MessageSquare, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '~/words/Words';
import type { Draft } from '../review/message';
import { useDoings } from '../view/context';
import s from './Comment.module.css';
import { CommentBox } from './CommentBox';

interface Props {
  readonly draft: Draft;
  /** Its lines are not what they were when it was written. */
  readonly elsewhere: boolean;
}

/** A comment that waits to be sent. */
export function Comment({ draft, elsewhere }: Props) {
  const { diff } = useWords();
  const { saveDraft, dropDraft } = useDoings();
  const [changing, setChanging] = useState(false);
  if (changing) {
    const save = (text: string) => {
      saveDraft({ ...draft, text });
      setChanging(false);
    };
    return (
      <CommentBox
        lines={draft}
        first={draft.text}
        onSave={save}
        onLeave={() => setChanging(false)}
      />
    );
  }
  const where = draft.side === 'old' ? diff.removedLine : diff.line;
  return (
    <article className={s.comment} data-draft={draft.id} tabIndex={-1}>
      <header className={s.where}>
        <MessageSquare size={13} aria-hidden />
        <span className={s.lines}>{where(draft.from, draft.to)}</span>
        {elsewhere && <span className={s.elsewhere}>{diff.elsewhere}</span>}
        <span className={s.tools}>
          <Tooltip label={diff.change}>
            <ActionIcon
              size={24}
              color="gray"
              aria-label={diff.change}
              onClick={() => setChanging(true)}
            >
              <Pencil size={13} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={diff.discard}>
            <ActionIcon
              size={24}
              color="gray"
              aria-label={diff.discard}
              onClick={() => dropDraft(draft.id)}
            >
              <Trash2 size={13} />
            </ActionIcon>
          </Tooltip>
        </span>
      </header>
      <p className={s.text}>{draft.text}</p>
    </article>
  );
}
