// A file's hunks with more of the unchanged lines around them. Pure.

import type { Lines } from '../patch/lines';
import type { FileDiff, Hunk } from '../patch/patch';
import { linesOf } from './lines';

/** From one line to another one, by their numbers in the new file; none if `to` is less. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The file with these of its hidden lines shown; none if `text` is not what its hunks are of. What
 * would stand alone between two hunks is shown up to the nearer one.
 *
 * @param text the file as it is now, whole
 */
export function widened(file: FileDiff, text: string, asked: Range): FileDiff | undefined {
  const lines = text.split('\n');
  const isOpen = lines.at(-1) !== '';
  if (!isOpen) lines.pop();
  if (!file.hunks.every(hunk => isOf(lines, hunk))) return undefined;
  const hunks: Hunk[] = [];
  for (const hunk of file.hunks) {
    const before = hunks.at(-1);
    const gap = { from: before ? after(before) : 1, to: hunk.newStart - 1 };
    const shown = shownOf(gap, asked, before !== undefined);
    const isBelow = before !== undefined && shown.from === gap.from;
    if (shown.to < shown.from) hunks.push(hunk);
    else if (isBelow && shown.to === gap.to) {
      hunks[hunks.length - 1] = joined(lowered(before, lines, shown), hunk);
    } else if (isBelow) hunks.splice(-1, 1, lowered(before, lines, shown), hunk);
    else hunks.push(raised(hunk, lines, shown, gap));
  }
  const last = hunks.at(-1);
  const to = Math.min(lines.length, asked.to);
  if (last && after(last) <= to && asked.from <= to) {
    const longer = lowered(last, lines, { from: after(last), to });
    const body = isOpen && to === lines.length ? `${longer.body}${OPEN}` : longer.body;
    hunks[hunks.length - 1] = { ...longer, body };
  }
  return { ...file, hunks, lines: lines.length };
}

const OPEN = '\\ No newline at end of file\n';

/** Whether the hidden lines of a file can be shown: there is something on both sides. */
export function canWiden({ status, hunks }: FileDiff): boolean {
  return (
    (status === 'modified' || status === 'renamed' || status === 'copied') &&
    hunks.length > 0 &&
    hunks.every(hunk => hunk.oldLines > 0 && hunk.newLines > 0)
  );
}

/** These lines as a range of the new file, if some of them are hidden. */
export function hiddenOf(file: FileDiff, { side, from, to }: Lines): Range | undefined {
  if (!canWiden(file)) return undefined;
  const begins = (hunk: Hunk) => (side === 'old' ? hunk.oldStart : hunk.newStart);
  const ends = (hunk: Hunk) =>
    side === 'old' ? hunk.oldStart + hunk.oldLines : hunk.newStart + hunk.newLines;
  const isShown = (n: number) => file.hunks.some(hunk => begins(hunk) <= n && n < ends(hunk));
  const hunkBefore = (n: number) => file.hunks.findLast(hunk => ends(hunk) <= n);
  const moved = (n: number) => {
    const before = hunkBefore(n);
    return before ? n + after(before) - ends(before) : n;
  };
  if (isShown(from) && isShown(to) && hunkBefore(from) === hunkBefore(to)) return undefined;
  return { from: moved(from), to: moved(to) };
}

function shownOf(gap: Range, asked: Range, isAfterHunk: boolean): Range {
  const from = Math.max(gap.from, asked.from);
  const to = Math.min(gap.to, asked.to);
  if (to < from || to === gap.to || (isAfterHunk && from === gap.from)) return { from, to };
  const isNearer = isAfterHunk && from - gap.from < gap.to - to;
  return isNearer ? { from: gap.from, to } : { from, to: gap.to };
}

function after(hunk: Hunk): number {
  return hunk.newStart + hunk.newLines;
}

function lowered(hunk: Hunk, lines: readonly string[], shown: Range): Hunk {
  const n = shown.to - shown.from + 1;
  return {
    ...hunk,
    oldLines: hunk.oldLines + n,
    newLines: hunk.newLines + n,
    body: hunk.body + bodyOf(lines, shown),
  };
}

function raised(hunk: Hunk, lines: readonly string[], shown: Range, gap: Range): Hunk {
  const n = shown.to - shown.from + 1;
  return {
    oldStart: hunk.oldStart - n,
    newStart: hunk.newStart - n,
    oldLines: hunk.oldLines + n,
    newLines: hunk.newLines + n,
    section: shown.from === gap.from ? '' : hunk.section,
    body: bodyOf(lines, shown) + hunk.body,
  };
}

function joined(hunk: Hunk, next: Hunk): Hunk {
  return {
    ...hunk,
    oldLines: hunk.oldLines + next.oldLines,
    newLines: hunk.newLines + next.newLines,
    body: hunk.body + next.body,
  };
}

function bodyOf(lines: readonly string[], { from, to }: Range): string {
  return lines
    .slice(from - 1, to)
    .map(line => ` ${line}\n`)
    .join('');
}

function isOf(lines: readonly string[], hunk: Hunk): boolean {
  return linesOf(hunk).every(line => line.new === undefined || lines[line.new - 1] === line.text);
}
