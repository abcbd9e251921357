import { useQuery } from '@tanstack/react-query';
import { FileText, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { attachmentsQuery, type TaskFile } from '~/api/files';
import { visible } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import s from './Attachments.module.css';

interface Props {
  readonly taskId: string;
  /** What the server calls them. */
  readonly ids: readonly string[];
}

/** What came with a person's words: pictures small, other files by name. */
export function Attachments({ taskId, ids }: Props) {
  const { timeline } = useWords();
  const { data } = useQuery(attachmentsQuery(taskId, ids));
  const found = ids.flatMap(id => data?.get(id) ?? []);
  if (found.length < ids.length) {
    return (
      <p className={s.count}>
        <Paperclip size={13} aria-hidden />
        {timeline.attached(ids.length)}
      </p>
    );
  }
  return (
    <ul className={s.list} aria-label={timeline.attached(ids.length)}>
      {found.map(file => (
        <li key={file.path}>
          <File file={file} />
        </li>
      ))}
    </ul>
  );
}

const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;
/** More than that is not loaded to be shown small. */
const MOST_BYTES = 4_000_000;

function File({ file }: { readonly file: TaskFile }) {
  const { bytes } = useFormats();
  const [broken, setBroken] = useState(false);
  const name = visible(file.path.slice(file.path.lastIndexOf('/') + 1));
  const address = new URL(file.url).pathname;
  if (PICTURE.test(name) && !broken && file.bytes <= MOST_BYTES) {
    return (
      <a href={address} target="_blank" rel="noopener noreferrer" title={name}>
        <img className={s.picture} src={address} alt={name} onError={() => setBroken(true)} />
      </a>
    );
  }
  return (
    <a className={s.file} href={address} download={name}>
      <FileText size={16} strokeWidth={1.75} aria-hidden />
      <span className={s.name}>{name}</span>
      <span className={s.size}>{bytes(file.bytes)}</span>
    </a>
  );
}
