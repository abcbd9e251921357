import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useWords } from '~/words/Words';
import s from './Docs.module.css';
import type { Operation } from './document';
import { curl, type Prepared } from './request';
import f from './TryIt.module.css';

interface Props {
  readonly request: Prepared;
  readonly operation: Operation;
}

/** The same request for a terminal. */
export function Curl({ request, operation }: Props) {
  const { docs, app } = useWords();
  const { copy, copied } = useClipboard();
  const text = curl(location.origin, operation, request);
  return (
    <details className={f.curl}>
      <summary>{docs.asCurl}</summary>
      <div className={f.command}>
        <pre className={`${s.code} ${s.wrapped}`}>{text}</pre>
        <ActionIcon
          onClick={() => copy(text)}
          aria-label={copied ? app.copied : app.copy}
          title={app.copy}
        >
          {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        </ActionIcon>
      </div>
    </details>
  );
}
