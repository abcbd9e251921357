import { CloseButton } from '@mantine/core';
import { FileText, TriangleAlert } from 'lucide-react';
import { useFormats, useWords } from '~/words/Words';
import s from './AttachedList.module.css';
import type { Attached } from './useAttached';

interface Props {
  readonly files: readonly Attached[];
  readonly remove: (key: number) => void;
}

/** What goes with the message. */
export function AttachedList({ files, remove }: Props) {
  const { say } = useWords().task;
  if (!files.length) return null;
  return (
    <ul className={s.list} aria-label={say.attached}>
      {files.map(file => (
        <li key={file.key} className={s.file} data-bad={file.problem !== undefined}>
          <Face file={file} />
          <span className={s.words}>
            <span className={s.name}>{file.name}</span>
            <Standing file={file} />
          </span>
          <CloseButton
            size="sm"
            aria-label={say.remove(file.name)}
            onClick={() => remove(file.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function Face({ file }: { readonly file: Attached }) {
  if (file.picture) return <img className={s.picture} src={file.picture} alt="" />;
  const Icon = file.problem ? TriangleAlert : FileText;
  return <Icon size={18} strokeWidth={1.75} className={s.icon} aria-hidden />;
}

function Standing({ file }: { readonly file: Attached }) {
  const { say } = useWords().task;
  const { bytes } = useFormats();
  if (file.problem) return <span className={s.problem}>{file.problem}</span>;
  if (file.upload) return <span className={s.size}>{bytes(file.bytes)}</span>;
  return <progress className={s.progress} max={1} value={file.part} aria-label={say.sending} />;
}
