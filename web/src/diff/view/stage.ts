// Where files and rows stand on the page, asked of the page itself.
import { CHUNK } from '../file/Chunk';
import { scrollerOf } from './near';
import { firstIndex, settle } from './scroll';

/** The list of files as it stands on the page. */
export interface Stage {
  /** The file that is looked at: the last one whose head is above the upper edge. */
  readonly current: () => number;
  readonly goTo: (file: number, row?: number) => void;
  /** Whether a row lies below the upper edge (and not on it). */
  readonly isBelow: (file: number, row: number) => boolean;
  readonly isAbove: (file: number, row: number) => boolean;
  /** Whether a row, or a file's head, is on the screen. */
  readonly isSeen: (file: number, row: number | undefined) => boolean;
}

/** What sticks above the files: the bar, and below it a file's head. */
const BAR_PX = 48;
const HEAD_PX = 41;
/** A change is looked at a little below them. */
const LEAD_PX = 88;

export function stageOf(home: HTMLElement): Stage {
  const scroller = scrollerOf(home);
  const card = (file: number) => home.querySelector<HTMLElement>(`[data-file="${file}"]`);
  const edge = () => scroller?.getBoundingClientRect().top ?? 0;
  const top = (file: number) => card(file)?.getBoundingClientRect().top;

  const rowTop = (file: number, row: number): number | undefined => {
    const it = card(file);
    const found = it?.querySelector(`[data-row="${row}"]`);
    if (found) return found.getBoundingClientRect().top;
    const chunk = it?.querySelector(`[data-chunk="${Math.floor(row / CHUNK)}"]`);
    if (!chunk) return it?.getBoundingClientRect().top;
    const { top, height } = chunk.getBoundingClientRect();
    return top + (height * (row % CHUNK)) / CHUNK;
  };
  const under = edge() + BAR_PX + HEAD_PX + LEAD_PX;
  return {
    current: () => {
      const n = Number(home.dataset.count);
      const line = edge() + BAR_PX + HEAD_PX;
      return Math.max(0, firstIndex(n, file => (top(file) ?? 0) > line) - 1);
    },
    goTo: (file, row) => {
      if (row === undefined) settle(scroller, BAR_PX, () => top(file));
      else settle(scroller, BAR_PX + HEAD_PX + LEAD_PX, () => rowTop(file, row));
    },
    isBelow: (file, row) => (rowTop(file, row) ?? 0) > under + 2,
    isAbove: (file, row) => (rowTop(file, row) ?? 0) < under - 2,
    isSeen: (file, row) => {
      const at = row === undefined ? top(file) : rowTop(file, row);
      return at !== undefined && at >= edge() && at < window.innerHeight;
    },
  };
}
