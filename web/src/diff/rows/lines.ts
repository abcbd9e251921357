// A hunk's text, cut into lines. Pure.
import type { Hunk } from '../patch/patch';
import { common } from './common';

export interface Line {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
  /** Its number in the old file, and in the new one. */
  readonly old?: number;
  readonly new?: number;
  /** The file ends with it, without a newline. */
  readonly open?: true;
}

export function linesOf(hunk: Hunk): readonly Line[] {
  const lines: Line[] = [];
  let before = hunk.oldStart;
  let after = hunk.newStart;
  const { body } = hunk;
  for (let at = 0; at < body.length; ) {
    const newline = body.indexOf('\n', at);
    const end = newline < 0 ? body.length : newline;
    const mark = body[at];
    const text = body.slice(at + 1, end);
    at = end + 1;
    if (mark === '+') lines.push({ mark, text, new: after++ });
    else if (mark === '-') lines.push({ mark, text, old: before++ });
    else if (mark === '\\') {
      const last = lines.pop();
      if (last) lines.push({ ...last, open: true });
    } else lines.push({ mark: ' ', text, old: before++, new: after++ });
  }
  return lines;
}

/** Lines that differ by nothing but white space are shown as not changed, as they are now. */
export function withoutSpaces(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (line.mark === ' ') {
      out.push(line);
      at++;
      continue;
    }
    let end = at;
    while (end < lines.length && lines[end]?.mark !== ' ') end++;
    out.push(...block(lines.slice(at, end)));
    at = end;
  }
  return out;
}

function block(changed: readonly Line[]): readonly Line[] {
  const removed = changed.filter(line => line.mark === '-');
  const added = changed.filter(line => line.mark === '+');
  const bare = (line: Line) => line.text.replace(/\s+/g, '');
  const out: Line[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...common(removed.map(bare), added.map(bare)), END]) {
    out.push(...removed.slice(i, x), ...added.slice(j, y));
    const before = removed[x];
    const after = added[y];
    if (before?.old !== undefined && after) out.push({ ...after, mark: ' ', old: before.old });
    i = x + 1;
    j = y + 1;
  }
  return out;
}

const END = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
