import { Archive, FileDown, FolderArchive, type LucideIcon, Share2 } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '~/parts/CopyButton';
import { useWords } from '~/words/Words';
import { applyLine } from './files';
import s from './Result.module.css';
import { ShareDialog } from './ShareDialog';

interface Props {
  readonly taskId: string;
  readonly attempt: number;
  /** There is a change to be taken. */
  readonly changed: boolean;
}

/** The ways in which a change gets to where it is wanted. */
export function TakeHome({ taskId, attempt, changed }: Props) {
  const { result } = useWords();
  const base = `/api/tasks/${taskId}`;
  const line = applyLine(taskId);
  const [sharing, setSharing] = useState(false);
  return (
    <section>
      <h2 className={s.heading}>{result.take}</h2>
      {changed && (
        <div className={s.apply}>
          <span>{result.applyHint}</span>
          <code>{line}</code>
          <CopyButton text={line} label={result.copyLine} />
        </div>
      )}
      <div className={s.downloads}>
        {changed && (
          <Download
            icon={FileDown}
            href={`${base}/diff.patch?attempt=${attempt}`}
            name={result.patch}
            hint={result.patchHint}
          />
        )}
        <Download
          icon={FolderArchive}
          href={`${base}/tree.zip?attempt=${attempt}`}
          name={result.tree}
          hint={result.treeHint}
        />
        <Download
          icon={Archive}
          href={`${base}/logs.zip`}
          name={result.logs}
          hint={result.logsHint}
        />
        <button type="button" className={s.download} onClick={() => setSharing(true)}>
          <Share2 size={16} aria-hidden />
          <span>
            <strong>{result.shareIt}</strong>
            <span>{result.shareHint}</span>
          </span>
        </button>
        <ShareDialog taskId={taskId} opened={sharing} onClose={() => setSharing(false)} />
      </div>
    </section>
  );
}

interface DownloadProps {
  readonly icon: LucideIcon;
  readonly href: string;
  readonly name: string;
  readonly hint: string;
}

function Download({ icon: Icon, href, name, hint }: DownloadProps) {
  return (
    <a className={s.download} href={href} download>
      <Icon size={16} aria-hidden />
      <span>
        <strong>{name}</strong>
        <span>{hint}</span>
      </span>
    </a>
  );
}
