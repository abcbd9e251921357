// What two lists have in common, in order (Myers, "An O(ND) difference algorithm"). Pure.

/** The steps for which it is worth searching; lists that differ more have nothing in common. */
const MOST_STEPS = 600;

/** Indices of equal items, in both lists ascending; none if they differ by more than `most` steps. */
export function common(
  a: readonly unknown[],
  b: readonly unknown[],
  most = MOST_STEPS,
): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < start; i++) pairs.push([i, i]);
  for (const [x, y] of middle(a.slice(start, endA), b.slice(start, endB), most)) {
    pairs.push([x + start, y + start]);
  }
  for (let i = 0; endA + i < a.length; i++) pairs.push([endA + i, endB + i]);
  return pairs;
}

function middle(a: readonly unknown[], b: readonly unknown[], most: number): [number, number][] {
  if (!a.length || !b.length) return [];
  const limit = Math.min(a.length + b.length, most);
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  const mid = limit + 1;
  for (let d = 0; d <= limit; d++) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, mid + k - 1) < at(reach, mid + k + 1));
      let x = down ? at(reach, mid + k + 1) : at(reach, mid + k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[mid + k] = x;
      if (x >= a.length && y >= b.length) return walkBack(trace, mid, a.length, b.length);
    }
  }
  return [];
}

function walkBack(trace: readonly Int32Array[], mid: number, endX: number, endY: number) {
  const pairs: [number, number][] = [];
  let x = endX;
  let y = endY;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d];
    if (!reach) break;
    const k = x - y;
    const down = k === -d || (k !== d && at(reach, mid + k - 1) < at(reach, mid + k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = at(reach, mid + before);
    const fromY = fromX - before;
    while (x > fromX && y > fromY && x > 0 && y > 0) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
