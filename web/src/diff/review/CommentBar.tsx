import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowDown, MessageSquare, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast, toastError } from '~/app/toasts';
import { Confirm } from '~/parts/Confirm';
import { useWords } from '~/words/Words';
import s from './CommentBar.module.css';

interface Props {
  readonly count: number;
  /** Absent while nobody may. */
  readonly onSend: (() => Promise<void>) | undefined;
  readonly onNext: () => void;
  readonly onDiscard: () => void;
}

/** What is written and not sent: stays in sight until it is. */
export function CommentBar({ count, onSend, onNext, onDiscard }: Props) {
  const { diff } = useWords();
  const [asking, setAsking] = useState(false);
  const sending = useMutation({
    mutationFn: async () => onSend?.(),
    onSuccess: () => toast({ tone: 'good', text: diff.sent }),
    onError: toastError,
  });
  if (!count) return null;
  return (
    <section className={s.bar} aria-label={diff.comments(count)}>
      <MessageSquare size={16} className={s.icon} aria-hidden />
      <span className={s.words}>
        <strong>{diff.comments(count)}</strong>
        <span className={s.hint}>{onSend ? diff.kept : diff.wait}</span>
      </span>
      <Tooltip label={diff.nextComment}>
        <ActionIcon color="gray" aria-label={diff.nextComment} onClick={onNext}>
          <ArrowDown size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={diff.discardAll}>
        <ActionIcon color="gray" aria-label={diff.discardAll} onClick={() => setAsking(true)}>
          <Trash2 size={15} />
        </ActionIcon>
      </Tooltip>
      <Button
        leftSection={<Send size={14} />}
        disabled={!onSend}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {diff.send}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={diff.discardTitle}
        hint={diff.discardHint}
        action={diff.discardAll}
        act={async () => onDiscard()}
      />
    </section>
  );
}
