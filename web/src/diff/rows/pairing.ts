// Which removed line became which added one. Pure.
import { bag, likeness } from './words';

/** Side by side; `alike` if one is the other, changed. */
export interface Pair {
  readonly removed?: number;
  readonly added?: number;
  readonly alike: boolean;
}

/** Larger blocks are paired by their order: comparing each with each would take too long. */
const MOST_COMPARED = 4_096;
const LEAST_ALIKE = 0.4;

export function pairs(removed: readonly string[], added: readonly string[]): readonly Pair[] {
  if (!removed.length || !added.length || removed.length * added.length > MOST_COMPARED) {
    return between(0, removed.length, 0, added.length, true);
  }
  const out: Pair[] = [];
  let fromRemoved = 0;
  let fromAdded = 0;
  for (const [i, j] of alike(removed, added)) {
    out.push(...between(fromRemoved, i, fromAdded, j, false), {
      removed: i,
      added: j,
      alike: true,
    });
    fromRemoved = i + 1;
    fromAdded = j + 1;
  }
  out.push(...between(fromRemoved, removed.length, fromAdded, added.length, false));
  return out;
}

/** The pairs, in order in both, that are most alike in sum. */
function alike(removed: readonly string[], added: readonly string[]): [number, number][] {
  const bagsAdded = added.map(bag);
  const width = added.length + 1;
  const scores = removed.map(line => {
    const own = bag(line);
    return bagsAdded.map(other => likeness(own, other));
  });
  const best = new Float64Array((removed.length + 1) * width);
  const value = (i: number, j: number) => best[i * width + j] ?? 0;
  const score = (i: number, j: number) => scores[i]?.[j] ?? 0;
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      const both = score(i, j) >= LEAST_ALIKE ? score(i, j) + value(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(both, value(i + 1, j), value(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    const both = score(i, j) >= LEAST_ALIKE ? score(i, j) + value(i + 1, j + 1) : -1;
    if (both >= value(i + 1, j) && both >= value(i, j + 1)) found.push([i++, j++]);
    else if (value(i + 1, j) >= value(i, j + 1)) i++;
    else j++;
  }
  return found;
}

function between(a: number, endA: number, b: number, endB: number, alike: boolean): Pair[] {
  const rows = Math.max(endA - a, endB - b);
  return Array.from({ length: rows }, (_, n) => {
    const removed = a + n < endA ? { removed: a + n } : {};
    const added = b + n < endB ? { added: b + n } : {};
    return { ...removed, ...added, alike: alike && a + n < endA && b + n < endB };
  });
}
