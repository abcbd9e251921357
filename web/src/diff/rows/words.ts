// What changed within a line. Pure.
import { common } from './common';

/** From one character to before another. */
export type Span = readonly [from: number, to: number];

export interface WordChange {
  readonly removed: readonly Span[];
  readonly added: readonly Span[];
}

const LONGEST = 2_000;
/** Above this part of both lines they are two lines, and marks within them would only be noise. */
const MOST_CHANGED = 0.65;
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_]+|\s+|./gsu;

export function tokens(line: string): readonly string[] {
  return line.match(TOKEN) ?? [];
}

/** None if the lines are too long or have too little in common. */
export function wordChange(before: string, after: string): WordChange | undefined {
  if (before.length > LONGEST || after.length > LONGEST || before === after) return undefined;
  const a = tokens(before);
  const b = tokens(after);
  const pairs = common(a, b);
  const removed = gaps(
    a,
    pairs.map(([x]) => x),
  );
  const added = gaps(
    b,
    pairs.map(([, y]) => y),
  );
  const changed = total(removed) + total(added);
  const all = before.trim().length + after.trim().length;
  return changed > MOST_CHANGED * all ? undefined : { removed, added };
}

/** What no pair covers; over a mere space between two of them they are one. */
function gaps(all: readonly string[], kept: readonly number[]): Span[] {
  const spans: [number, number][] = [];
  const isKept = new Set(kept);
  let at = 0;
  all.forEach((token, index) => {
    const end = at + token.length;
    const last = spans.at(-1);
    if (!isKept.has(index)) {
      if (last && last[1] === at) last[1] = end;
      else spans.push([at, end]);
    } else if (last && last[1] === at && !token.trim() && index + 1 < all.length) {
      if (!isKept.has(index + 1)) last[1] = end;
    }
    at = end;
  });
  return spans;
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** How much two lines are alike, 0 to 1: the tokens that both have, by their length. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [token, n] of a) {
    shared += 2 * token.length * Math.min(n, b.get(token) ?? 0);
    all += token.length * n;
  }
  for (const [token, n] of b) all += token.length * n;
  return all ? shared / all : 1;
}

/** A line's tokens but for spaces, each with how often it is there. */
export function bag(line: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const token of tokens(line.slice(0, LONGEST))) {
    if (token.trim()) found.set(token, (found.get(token) ?? 0) + 1);
  }
  return found;
}
