import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, MessageSquare, Search } from 'lucide-react';
import { type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { plainly } from '~/text/hidden';
import { useWords } from '~/words/Words';
import { StatusMark } from '../file/StatusMark';
import type { FileDiff } from '../patch/patch';
import type { Kept } from '../review/kept';
import s from './Tree.module.css';
import { type TreeRow, treeRows } from './tree';

interface Props {
  readonly files: readonly FileDiff[];
  readonly current: string | undefined;
  readonly kept: Kept;
  readonly filterRef?: Ref<HTMLInputElement>;
  readonly onGo: (path: string) => void;
}

const ROW_PX = 28;

/** The changed files by folder, with a filter. */
export function Tree({ files, current, kept, filterRef, onGo }: Props) {
  const { diff } = useWords();
  const [filter, setFilter] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => treeRows(files, folded, filter), [files, folded, filter]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  useEffect(() => {
    const index = rows.findIndex(row => row.file?.path === current);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [current, rows, virtual]);
  const toggle = (path: string) => {
    const next = new Set(folded);
    if (!next.delete(path)) next.add(path);
    setFolded(next);
  };
  const firstFile = rows.find(row => row.file)?.file;
  return (
    <nav className={s.tree} aria-label={diff.tree}>
      <label className={s.filter}>
        <Search size={14} aria-hidden />
        <input
          ref={filterRef}
          type="search"
          value={filter}
          placeholder={diff.filter}
          aria-label={diff.filter}
          onChange={event => setFilter(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && firstFile) onGo(firstFile.path);
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </label>
      <div ref={scroller} className={s.rows}>
        {!rows.length && <p className={s.none}>{diff.noFile}</p>}
        <div className={s.all} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Line
                key={row.folder?.path ?? row.file?.path}
                row={row}
                top={start}
                isCurrent={row.file !== undefined && row.file.path === current}
                isFolded={row.folder !== undefined && folded.has(row.folder.path)}
                kept={kept}
                onGo={onGo}
                onToggle={toggle}
              />
            );
          })}
        </div>
      </div>
    </nav>
  );
}

interface LineProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly isFolded: boolean;
  readonly kept: Kept;
  readonly onGo: (path: string) => void;
  readonly onToggle: (path: string) => void;
}

function Line({ row, top, isCurrent, isFolded, kept, onGo, onToggle }: LineProps) {
  const { depth, name, folder, file } = row;
  const style = { transform: `translateY(${top}px)`, '--depth': depth };
  if (!file) {
    return (
      <button
        type="button"
        className={s.row}
        style={style}
        aria-expanded={!isFolded}
        onClick={() => onToggle(folder?.path ?? '')}
      >
        <ChevronDown size={14} className={s.turn} data-folded={isFolded} aria-hidden />
        <span className={s.folder}>{plainly(name)}</span>
      </button>
    );
  }
  const isViewed = kept.viewed[file.path] === file.fingerprint;
  const isCommented = kept.drafts.some(draft => draft.path === file.path);
  return (
    <button
      type="button"
      className={s.row}
      style={style}
      data-viewed={isViewed}
      aria-current={isCurrent || undefined}
      title={plainly(file.path)}
      onClick={() => onGo(file.path)}
    >
      <StatusMark status={file.status} />
      <span className={s.name}>{plainly(name)}</span>
      {isCommented && <MessageSquare size={12} className={s.commented} aria-hidden />}
      {file.additions + file.deletions > 0 && (
        <span className={s.numbers}>
          <DiffNumbers stat={file} />
        </span>
      )}
    </button>
  );
}
