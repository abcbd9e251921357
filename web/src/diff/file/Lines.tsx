import { type ReactNode, useMemo, useState } from 'react';
import type { Lines as Selected } from '../patch/lines';
import type { FileDiff } from '../patch/patch';
import type { Draft } from '../review/message';
import { oneSided, type Rows } from '../rows/rows';
import { useDoings } from '../view/context';
import { CHUNK, Chunk } from './Chunk';
import { Comment } from './Comment';
import { CommentBox } from './CommentBox';
import { quoteOf, rowsWith, widest } from './find';
import s from './Lines.module.css';
import { useColours } from './useColours';
import { useLineClicks } from './useLineClicks';

interface Props {
  readonly file: FileDiff;
  readonly shown: Rows;
  readonly drafts: readonly Draft[];
  readonly selected: Selected | undefined;
  /** The row that the keys stand on. */
  readonly cursor: number | undefined;
  readonly showReturn: boolean;
}

/** A file's changed lines, in chunks, with the comments between them. */
export function Lines({ file, shown, drafts, selected, cursor, showReturn }: Props) {
  const { split, wrap, saveDraft } = useDoings();
  const { rows, hunks } = shown;
  const only = oneSided(file);
  const colours = useColours(file.path, sizeOf(file), hunks);
  const [writing, setWriting] = useState<Selected>();
  const clicks = useLineClicks(file.path, selected, setWriting);
  const chosen = useMemo(() => selected && rowsWith(rows, selected), [rows, selected]);
  const digits = String(lastNumber(file)).length;
  const columns = useMemo(() => (wrap ? 0 : widest(rows)), [wrap, rows]);

  const notes = useMemo(() => {
    const found = new Map<number, ReactNode[]>();
    const put = (lines: Selected, note: ReactNode) => {
      const row = rowsWith(rows, lines)?.[1] ?? -1;
      found.set(row, [...(found.get(row) ?? []), note]);
    };
    for (const draft of drafts) {
      const quote = quoteOf(rows, draft);
      const isSame = holds(quote, draft.quote);
      put(isSame ? draft : NOWHERE, <Comment key={draft.id} draft={draft} elsewhere={!isSame} />);
    }
    if (writing) {
      const save = (text: string) => {
        const quote = quoteOf(rows, writing);
        saveDraft({ id: crypto.randomUUID(), path: file.path, ...writing, quote, text });
        setWriting(undefined);
      };
      put(
        writing,
        <CommentBox
          key="new"
          lines={writing}
          onSave={save}
          onLeave={() => setWriting(undefined)}
        />,
      );
    }
    return found;
  }, [rows, drafts, writing, file.path, saveDraft]);

  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, n) => n * CHUNK);
  return (
    <div
      className={s.lines}
      data-wrap={wrap}
      data-split={split && !only}
      data-only={only}
      style={{ '--digits': digits, '--columns': columns }}
      {...clicks}
    >
      <div className={s.inner}>
        {notes.get(-1)}
        {chunks.map(first => {
          const within = (index: number) => index >= first && index < first + CHUNK;
          const isChosen = chosen && chosen[0] < first + CHUNK && chosen[1] >= first;
          return (
            <Chunk
              key={first}
              rows={rows}
              first={first}
              path={file.path}
              colours={colours}
              showReturn={showReturn}
              selectedSide={isChosen ? selected?.side : undefined}
              selectedFrom={isChosen ? chosen[0] : undefined}
              selectedTo={isChosen ? chosen[1] : undefined}
              cursor={cursor !== undefined && within(cursor) ? cursor : undefined}
              notes={[...notes.keys()].some(within) ? notes : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Comments on lines that are not as they were stand above them all. */
const NOWHERE: Selected = { side: 'old', from: -1, to: -1 };

/** With the lines that are shown between its own by now. */
function holds(lines: readonly string[], quote: readonly string[]): boolean {
  let at = 0;
  for (const line of lines) if (line === quote[at]) at++;
  return quote.length > 0 && at === quote.length;
}

/** Characters that are to be coloured. */
function sizeOf({ hunks }: FileDiff): number {
  return hunks.reduce((sum, hunk) => sum + hunk.body.length, 0);
}

function lastNumber(file: FileDiff): number {
  const hunk = file.hunks.at(-1);
  return hunk ? Math.max(hunk.oldStart + hunk.oldLines, hunk.newStart + hunk.newLines) : 1;
}
