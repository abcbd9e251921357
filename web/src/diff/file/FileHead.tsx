import { ChevronDown, Link, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { CopyButton } from '~/parts/CopyButton';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { useWords } from '~/words/Words';
import type { FileDiff } from '../patch/patch';
import { fragment } from '../review/place';
import { useDoings } from '../view/context';
import s from './FileHead.module.css';
import { FileName } from './FileName';
import { isTurned, lineEnds } from './kind';
import { StatusMark } from './StatusMark';

interface Props {
  readonly file: FileDiff;
  readonly folded: boolean;
  readonly viewed: boolean;
  readonly comments: number;
}

/** A file's name and what can be done with it; stays above while its lines pass below. */
export function FileHead({ file, folded, viewed, comments }: Props) {
  const { diff } = useWords();
  const { setFolded, setViewed } = useDoings();
  const { path } = file;
  return (
    <header className={s.head} data-folded={folded}>
      <button
        type="button"
        className={s.fold}
        aria-expanded={!folded}
        aria-label={`${folded ? diff.unfold : diff.fold} ${path}`}
        onClick={() => setFolded(path, !folded)}
      >
        <ChevronDown size={15} aria-hidden />
      </button>
      <StatusMark status={file.status} />
      <h3 className={s.title}>
        <FileName path={path} oldPath={file.oldPath} />
      </h3>
      <Badges file={file} />
      <span className={s.tools}>
        <CopyButton text={path} label={diff.copyPath} />
        <CopyButton
          text={() => new URL(fragment({ path }), location.href).href}
          label={diff.copyLink}
          icon={Link}
        />
      </span>
      <span className={s.end}>
        {comments > 0 && <span className={s.badge}>{diff.comments(comments)}</span>}
        {file.additions + file.deletions > 0 && <DiffNumbers stat={file} />}
        <label className={s.tick}>
          <input
            type="checkbox"
            checked={viewed}
            onChange={event => setViewed(path, event.currentTarget.checked)}
          />
          <span className={s.viewed}>{diff.viewed}</span>
        </label>
      </span>
    </header>
  );
}

function Badges({ file }: { readonly file: FileDiff }) {
  const { diff } = useWords();
  const { oldMode, newMode, similarity } = file;
  const ends = useMemo(() => lineEnds(file), [file]);
  const turned = useMemo(() => isTurned(file), [file]);
  const mode = (it: string) => diff.modes[it] ?? it;
  return (
    <>
      {turned && (
        <span className={s.badge} data-tone="bad" title={diff.turningHint}>
          <TriangleAlert size={12} aria-hidden />
          {diff.turning}
        </span>
      )}
      {oldMode && newMode && oldMode !== newMode && (
        <span className={s.badge} title={`${oldMode} → ${newMode}`}>
          {mode(oldMode)} → {mode(newMode)}
        </span>
      )}
      {!oldMode && newMode && newMode !== '100644' && (
        <span className={s.badge} title={newMode}>
          {mode(newMode)}
        </span>
      )}
      {similarity !== undefined && similarity < 100 && (
        <span className={s.badge}>{diff.same(similarity)}</span>
      )}
      {(ends.all || ends.mixed) && (
        <span className={s.badge} data-tone={ends.mixed ? 'wait' : undefined} title={diff.crlfHint}>
          {ends.mixed ? diff.mixed : diff.crlf}
        </span>
      )}
    </>
  );
}
