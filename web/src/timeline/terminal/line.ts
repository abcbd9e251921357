import { PLAIN, type Style } from './style';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Span[];

export function width(line: Line): number {
  let sum = 0;
  for (const span of line) sum += span.text.length;
  return sum;
}

export function append(line: Span[], span: Span): void {
  const last = line.at(-1);
  if (last?.style !== span.style) line.push(span);
  else line[line.length - 1] = { text: last.text + span.text, style: span.style };
}

/** The part of a line between two columns. */
function part(line: Line, from: number, to: number): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const { text, style } of line) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece) found.push({ text: piece, style });
    at += text.length;
  }
  return found;
}

export function overwritten(line: Line, column: number, span: Span): Span[] {
  const made: Span[] = [];
  const after = part(line, column + span.text.length, Number.POSITIVE_INFINITY);
  for (const it of [...part(line, 0, column), span, ...after]) append(made, it);
  return made;
}

/** From the cursor on; with `1` up to it, with `2` all. */
export function erased(line: Line, column: number, how: string): Span[] {
  if (how === '2') return [];
  if (how !== '1') return part(line, 0, column);
  const blank = { text: ' '.repeat(column), style: PLAIN };
  return [blank, ...part(line, column, Number.POSITIVE_INFINITY)];
}
