import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useWords } from '~/words/Words';
import s from './Tokens.module.css';

interface Props {
  readonly token: string;
  readonly onClose: () => void;
}

/** The one time that a token is seen. */
export function Made({ token, onClose }: Props) {
  const { settings, app } = useWords();
  const { tokens: words } = settings;
  const { copy, copied } = useClipboard();
  return (
    <div className={s.form}>
      <p className={s.once}>
        <TriangleAlert size={15} aria-hidden />
        {words.once}
      </p>
      <code className={s.secret}>{token}</code>
      <div className={s.actions}>
        <Button
          variant="default"
          leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
          onClick={() => copy(token)}
          data-autofocus
        >
          {copied ? app.copied : app.copy}
        </Button>
        <Button onClick={onClose}>{words.kept}</Button>
      </div>
    </div>
  );
}
