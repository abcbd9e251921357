import { ActionIcon } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { State } from '~/api/client';
import { isEnded } from '~/api/queries';
import { toastError } from '~/app/toasts';
import { WritingBox } from '~/parts/WritingBox';
import { useWords } from '~/words/Words';
import s from './MessageBox.module.css';

interface Props {
  readonly state: State;
  readonly say: (text: string) => Promise<void>;
}

/** Steers a running agent, or begins the next turn. */
export function MessageBox({ state, say }: Props) {
  const { task } = useWords();
  const [text, setText] = useState('');
  const saying = useMutation({
    mutationFn: say,
    onSuccess: () => setText(''),
    onError: toastError,
  });
  const hint = isEnded(state) ? task.followUp : state === 'running' ? task.steer : task.waits;
  const send = () => {
    if (text.trim() && !saying.isPending) saying.mutate(text.trim());
  };
  return (
    <div className={s.box}>
      <WritingBox value={text} onChange={setText} onSend={send} label={hint} />
      <ActionIcon
        variant="filled"
        radius="md"
        size={30}
        aria-label={task.send}
        disabled={!text.trim()}
        loading={saying.isPending}
        onClick={send}
      >
        <ArrowUp size={16} />
      </ActionIcon>
    </div>
  );
}
