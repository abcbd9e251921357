import { ChevronDown, ChevronUp, type LucideIcon, UnfoldVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '~/words/Words';
import type { HunkRow } from '../rows/rows';
import { useDoings } from '../view/context';
import s from './HunkHead.module.css';

interface Props {
  readonly row: HunkRow;
  readonly index: number;
  readonly path: string;
}

const STEP = 20;

/** Where lines are not shown: how many, and what shows them. */
export function HunkHead({ row, index, path }: Props) {
  const { hidden, from, isLast, section } = row;
  const { diff } = useWords();
  const { widen } = useDoings();
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const head = useRef<HTMLDivElement>(null);
  const last = hidden === undefined ? Number.POSITIVE_INFINITY : from + hidden - 1;
  const isLong = hidden === undefined || hidden > 2 * STEP;
  const count = hidden === undefined ? diff.restOfFile : hidden > 0 && diff.hidden(hidden);

  const show = async (lines: Range, then: number) => {
    const file = head.current?.closest('[data-file]');
    if (!widen || busy.current || !file) return;
    busy.current = true;
    const found = await widen(path, lines);
    busy.current = false;
    setFailed(!found);
    if (found) keepFocus(file, then, from);
  };
  const offer = (Icon: LucideIcon, name: string, lines: Range, then = from) => (
    <button type="button" onClick={() => show(lines, then)}>
      <Icon size={13} aria-hidden />
      <span>
        <span className="unseen">{diff.showThem} </span>
        {name}
      </span>
    </button>
  );
  const next = from + STEP;
  return (
    <div className={s.head} data-row={index} data-from={from} ref={head}>
      {count && !row.wider && <span>{count}</span>}
      {count && row.wider && offer(UnfoldVertical, count, { from, to: last })}
      {count && row.wider && isLong && (
        <>
          {from > 1 && offer(ChevronDown, diff.firstLines(STEP), { from, to: next - 1 }, next)}
          {!isLast && offer(ChevronUp, diff.lastLines(STEP), { from: last - STEP + 1, to: last })}
        </>
      )}
      {failed && <span role="alert">{diff.noLines}</span>}
      {section && <code>{section}</code>}
    </div>
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const MOST_FRAMES = 10;

/**
 * The button that was pressed may be gone: whoever presses keys goes on from the lines that are still
 * hidden, else from the first one that was shown. What is below is drawn some frames later.
 */
function keepFocus(file: Element, hidden: number, shown: number, frame = 0): void {
  if (document.activeElement !== document.body) return;
  const button = file.querySelector<HTMLElement>(`[data-from="${hidden}"] > button`);
  if (!button && hidden !== shown && frame < MOST_FRAMES) {
    requestAnimationFrame(() => keepFocus(file, hidden, shown, frame + 1));
    return;
  }
  const row = file.querySelector<HTMLElement>(`a[data-side="new"][data-number="${shown}"]`);
  (button ?? row)?.focus({ preventScroll: true });
}
