import {
  FilePen,
  FilePlus2,
  FileSymlink,
  FileX2,
  type LucideIcon,
  Replace,
  ShieldCheck,
} from 'lucide-react';
import { useWords } from '~/words/Words';
import type { FileStatus } from '../patch/patch';
import s from './FileHead.module.css';

const LOOKS: Record<FileStatus, readonly [LucideIcon, string]> = {
  added: [FilePlus2, 'good'],
  copied: [FilePlus2, 'good'],
  deleted: [FileX2, 'bad'],
  modified: [FilePen, 'wait'],
  renamed: [Replace, 'busy'],
  mode: [ShieldCheck, 'busy'],
  type: [FileSymlink, 'busy'],
};

/** What became of a file, as an icon with its word for who cannot see it. */
export function StatusMark({ status }: { readonly status: FileStatus }) {
  const { diff } = useWords();
  const [Icon, tone] = LOOKS[status];
  return (
    <span className={s.status} data-tone={tone} title={diff.status[status]}>
      <Icon size={15} strokeWidth={1.9} aria-hidden />
      <span className="unseen">{diff.status[status]}</span>
    </span>
  );
}
