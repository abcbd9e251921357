// A line in pieces that look the same: by colour, and by whether they changed. Pure.
import type { Colour, Token } from '~/colour/token';
import type { Span } from './words';

export interface Segment {
  readonly text: string;
  readonly colour?: Colour;
  readonly changed: boolean;
}

/** Both ascending and without overlap. */
export function segments(
  text: string,
  tokens: readonly Token[],
  changes: readonly Span[],
): readonly Segment[] {
  if (!tokens.length && !changes.length) return text ? [{ text, changed: false }] : [];
  const out: Segment[] = [];
  let t = 0;
  let c = 0;
  for (let at = 0; at < text.length; ) {
    while ((tokens[t]?.to ?? Number.POSITIVE_INFINITY) <= at) t++;
    while ((changes[c]?.[1] ?? Number.POSITIVE_INFINITY) <= at) c++;
    const token = tokens[t];
    const change = changes[c];
    const colour = token && token.from <= at ? token.colour : undefined;
    const changed = change !== undefined && change[0] <= at;
    const end = Math.min(
      text.length,
      token ? (token.from > at ? token.from : token.to) : text.length,
      change ? (change[0] > at ? change[0] : change[1]) : text.length,
    );
    out.push({ text: text.slice(at, end), ...(colour ? { colour } : {}), changed });
    at = end;
  }
  return out;
}
