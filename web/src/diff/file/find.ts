// Where lines stand among a file's rows. Pure.
import type { Lines } from '../patch/lines';
import { lineOn, type Row } from '../rows/rows';

/** The first and the last row of these lines; none if they are not shown. */
export function rowsWith(
  rows: readonly Row[],
  { side, from, to }: Lines,
): readonly [number, number] | undefined {
  let first: number | undefined;
  let last = 0;
  for (const [index, row] of rows.entries()) {
    const number = lineOn(row, side)?.[side];
    if (number === undefined || number < from || number > to) continue;
    first ??= index;
    last = index;
  }
  return first === undefined ? undefined : [first, last];
}

/** The texts of these lines, as they are. */
export function quoteOf(rows: readonly Row[], { side, from, to }: Lines): readonly string[] {
  return rows.flatMap(row => {
    const line = lineOn(row, side);
    const number = line?.[side];
    return line && number !== undefined && number >= from && number <= to ? [line.text] : [];
  });
}

/** How wide the widest line is, in columns; of a very long one not all. */
export function widest(rows: readonly Row[]): number {
  let most = 0;
  for (const row of rows) {
    const length = Math.max(width(lineOn(row, 'old')?.text), width(lineOn(row, 'new')?.text));
    most = Math.max(most, length);
  }
  return Math.min(most, 3_000);
}

function width(text = ''): number {
  let columns = text.length;
  // What is not Latin may take two columns, a tab takes up to four.
  for (let i = 0; i < text.length && i < 3_000; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) columns += 3;
    else if (code > 0x2e80) columns++;
  }
  return columns;
}
