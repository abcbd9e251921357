import { ActionIcon, Tooltip } from '@mantine/core';
import { Check, Copy, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { toastError } from '~/app/toasts';
import { useWords } from '~/words/Words';
import { copyText } from './copyText';

interface Props {
  readonly text: string | (() => string);
  readonly label: string;
  readonly icon?: LucideIcon;
}

const SHOWN_MS = 1_500;

/** Copies, and shows for a moment that it did. */
export function CopyButton({ text, label, icon: Icon = Copy }: Props) {
  const { app } = useWords();
  const [done, setDone] = useState(false);
  const copy = async () => {
    try {
      await copyText(typeof text === 'string' ? text : text());
      setDone(true);
      setTimeout(() => setDone(false), SHOWN_MS);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <Tooltip label={done ? app.copied : label}>
      <ActionIcon size={24} color="gray" aria-label={label} onClick={copy}>
        {done ? <Check size={14} /> : <Icon size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
