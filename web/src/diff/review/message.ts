// What was said on lines, as one message to the agent. Pure.

import { plainly } from '~/text/hidden';
import type { Side } from '../patch/lines';

export interface Draft {
  readonly id: string;
  readonly path: string;
  /** Numbers of the old file's lines, or of the new one's. */
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** The lines that it is about, as they are. */
  readonly quote: readonly string[];
  readonly text: string;
}

/** The words around the comments, in the reader's language: the message stands in the timeline. */
export interface MessageWords {
  readonly heading: (n: number) => string;
  readonly line: (from: number, to: number) => string;
  readonly removedLine: (from: number, to: number) => string;
}

const MOST_QUOTED = 12;
const LONGEST_LINE = 300;

/** Markdown: in the order of the files and lines, whatever the order of writing. */
export function message(
  drafts: readonly Draft[],
  order: readonly string[],
  words: MessageWords,
): string {
  const place = new Map(order.map((path, index) => [path, index]));
  const at = ({ path }: Draft) => place.get(path) ?? order.length;
  const sorted = [...drafts].sort(
    (a, b) => at(a) - at(b) || a.path.localeCompare(b.path) || a.from - b.from || a.to - b.to,
  );
  const parts = sorted.map(draft => {
    const range = draft.side === 'old' ? words.removedLine : words.line;
    const place = `${code(plainly(draft.path))}, ${range(draft.from, draft.to)}`;
    return `**${place}**\n\n${fenced(draft.quote)}\n\n${draft.text.trim()}`;
  });
  return [words.heading(sorted.length), ...parts].join('\n\n');
}

function fenced(quote: readonly string[]): string {
  const lines = quote.slice(0, MOST_QUOTED).map(cut);
  if (quote.length > MOST_QUOTED) lines.push('…');
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence, ...lines, fence].join('\n');
}

function cut(line: string): string {
  const shown = plainly(line.replace(/\r$/, ''));
  return shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}…` : shown;
}

/** As code, with as many ticks around it as it takes. */
function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  return ticks.length > 1 ? `${ticks} ${text} ${ticks}` : `\`${text}\``;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
}
