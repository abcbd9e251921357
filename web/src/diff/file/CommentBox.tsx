import { Button } from '@mantine/core';
import { useState } from 'react';
import { Keys } from '~/parts/Keys';
import { WritingBox } from '~/parts/WritingBox';
import { useWords } from '~/words/Words';
import type { Lines } from '../patch/lines';
import s from './Comment.module.css';

interface Props {
  readonly lines: Lines;
  readonly first?: string;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
}

/** Where a comment is written, below its lines. */
export function CommentBox({ lines, first = '', onSave, onLeave }: Props) {
  const { app, diff } = useWords();
  const [text, setText] = useState(first);
  const save = () => {
    if (text.trim()) onSave(text.trim());
  };
  const { side, from, to } = lines;
  return (
    <form
      className={s.box}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <p className={s.where}>
        {diff.commentOn(side === 'old' ? diff.removedLine(from, to) : diff.line(from, to))}
      </p>
      <WritingBox value={text} onChange={setText} onSend={save} label={diff.write} autoFocus />
      <div className={s.actions}>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {app.cancel}
        </Button>
        <Button type="submit" disabled={!text.trim()} rightSection={<Keys keys="mod+enter" />}>
          {diff.save}
        </Button>
      </div>
    </form>
  );
}
