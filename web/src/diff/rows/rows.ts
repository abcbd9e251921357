// A file's hunks as the rows that are seen: one below the other, or side by side. Pure.
import type { Side } from '../patch/lines';
import type { FileDiff } from '../patch/patch';
import { type Line, linesOf, withoutSpaces } from './lines';
import { pairs } from './pairing';
import { canWiden } from './widened';

/** The head of a hunk, or what stands below the last one: here lines of the file lie hidden. */
export interface HunkRow {
  readonly kind: 'hunk';
  /** How many; none if nobody knows, since the file was not read to its end. */
  readonly hidden: number | undefined;
  /** The first of them, in the new file. */
  readonly from: number;
  /** No hunk follows. */
  readonly isLast: boolean;
  /** They can be shown: both sides of the file are there, and it can be read. */
  readonly wider: boolean;
  readonly section: string;
}

export interface LineRow {
  readonly kind: 'line';
  readonly line: Line;
  /** What the line was or became: to see what changed within it. */
  readonly other?: Line;
  readonly hunk: number;
}

export interface SplitRow {
  readonly kind: 'split';
  readonly left?: Line;
  readonly right?: Line;
  readonly alike: boolean;
  readonly hunk: number;
}

export type Row = HunkRow | LineRow | SplitRow;

export interface Shown {
  readonly split: boolean;
  readonly hideSpaces: boolean;
  /** The whole file can be read. */
  readonly readable?: boolean;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Indices of the rows at which a run of changed lines begins. */
  readonly changes: readonly number[];
  /** All lines of a hunk, for their colours. */
  readonly hunks: readonly (readonly Line[])[];
}

export function rowsOf(file: FileDiff, { split, hideSpaces, readable = false }: Shown): Rows {
  const rows: Row[] = [];
  const changes: number[] = [];
  const hunks: (readonly Line[])[] = [];
  const beside = split && !oneSided(file);
  const wider = readable && canWiden(file);
  let seen = 1;
  for (const [index, hunk] of file.hunks.entries()) {
    const all = linesOf(hunk);
    const lines = hideSpaces ? withoutSpaces(all) : all;
    hunks.push(lines);
    if (hideSpaces && lines.every(line => line.mark === ' ')) continue;
    const start = hunk.newLines || hunk.newStart === 0 ? hunk.newStart : hunk.newStart + 1;
    const hidden = Math.max(0, (hunk.newStart === 0 ? hunk.oldStart : start) - seen);
    if (hidden || hunk.section) {
      const { section } = hunk;
      rows.push({ kind: 'hunk', hidden, from: seen, isLast: false, wider, section });
    }
    seen = hunk.newStart + hunk.newLines;
    addLines(rows, changes, lines, index, beside);
  }
  const hidden = file.lines === undefined ? undefined : file.lines - seen + 1;
  if (wider && rows.length && (hidden ?? mayGoOn(file, hunks.at(-1), seen))) {
    rows.push({ kind: 'hunk', hidden, from: seen, isLast: true, wider, section: '' });
  }
  return { rows, changes, hunks };
}

/** As many unchanged lines stand around a change, if the file has them. */
const CONTEXT = 3;

function mayGoOn({ hunks }: FileDiff, lines: readonly Line[] = [], seen: number): boolean {
  const last = hunks.at(-1);
  if (last && seen < last.newStart + last.newLines) return true;
  const context = lines.slice(-CONTEXT);
  return context.length === CONTEXT && context.every(({ mark, open }) => mark === ' ' && !open);
}

/** A file that is new, or gone, has nothing to stand beside. */
export function oneSided({ status }: FileDiff): Side | undefined {
  if (status === 'added') return 'new';
  return status === 'deleted' ? 'old' : undefined;
}

function addLines(
  rows: Row[],
  changes: number[],
  lines: readonly Line[],
  hunk: number,
  split: boolean,
): void {
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (line.mark === ' ') {
      rows.push(
        split
          ? { kind: 'split', left: line, right: line, alike: false, hunk }
          : { kind: 'line', line, hunk },
      );
      at++;
      continue;
    }
    let end = at;
    while (end < lines.length && lines[end]?.mark !== ' ') end++;
    changes.push(rows.length);
    const block = lines.slice(at, end);
    const removed = block.filter(it => it.mark === '-');
    const added = block.filter(it => it.mark === '+');
    rows.push(...(split ? sideBySide(removed, added, hunk) : below(removed, added, hunk)));
    at = end;
  }
}

function sideBySide(removed: readonly Line[], added: readonly Line[], hunk: number): SplitRow[] {
  return paired(removed, added).map(([left, right, alike]) => ({
    kind: 'split',
    ...(left ? { left } : {}),
    ...(right ? { right } : {}),
    alike,
    hunk,
  }));
}

function below(removed: readonly Line[], added: readonly Line[], hunk: number): LineRow[] {
  const others = new Map<Line, Line>();
  for (const [left, right, alike] of paired(removed, added)) {
    if (!left || !right || !alike) continue;
    others.set(left, right);
    others.set(right, left);
  }
  return [...removed, ...added].map(line => {
    const other = others.get(line);
    return { kind: 'line', line, ...(other ? { other } : {}), hunk };
  });
}

function paired(removed: readonly Line[], added: readonly Line[]) {
  const texts = (lines: readonly Line[]) => lines.map(line => line.text);
  return pairs(texts(removed), texts(added)).map(
    pair =>
      [
        pair.removed === undefined ? undefined : removed[pair.removed],
        pair.added === undefined ? undefined : added[pair.added],
        pair.alike,
      ] as const,
  );
}

/** The lines of a row, by side. */
export function lineOn(row: Row, side: Side): Line | undefined {
  if (row.kind === 'hunk') return undefined;
  if (row.kind === 'split') return side === 'old' ? row.left : row.right;
  return (side === 'old' ? row.line.old : row.line.new) === undefined ? undefined : row.line;
}

/** The number under which a line is spoken of: of what is gone its old one, else its new one. */
export function placeOf(line: Line): { readonly side: Side; readonly number: number } {
  return line.mark === '-'
    ? { side: 'old', number: line.old ?? 0 }
    : { side: 'new', number: line.new ?? 0 };
}
