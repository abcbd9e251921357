import type { Spent, UsageReport } from '~/api/client';
import type { Days } from '../requests';

export type Measured = Spent['usage'];
export type Measure = 'usd' | 'tokens' | 'calls';
export const MEASURES: readonly Measure[] = ['usd', 'tokens', 'calls'];

const DAY_MS = 86_400_000;
/** More days than this are not drawn, as each bar needs its room. */
const MOST = 366;

export const NOTHING: Measured = {
  calls: 0,
  usd: 0,
  tokens: { input: 0, cachedInput: 0, output: 0 },
};

export interface OfDay {
  readonly day: string;
  readonly usage: Measured;
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The last `n` days up to that of `now`, in UTC, as the server counts them. Pure. */
export function lastDays(n: number, now: number): Days {
  return { from: iso(now - (n - 1) * DAY_MS), to: iso(now) };
}

/** Every day of a report from its first to its last, also those on which nothing was spent. Pure. */
export function everyDay({ from, to, rows }: Pick<UsageReport, 'from' | 'to' | 'rows'>): OfDay[] {
  const spent = new Map(rows.map(({ day, usage }) => [day, usage]));
  const first = Date.parse(from);
  const count = Math.min(MOST, Math.round((Date.parse(to) - first) / DAY_MS) + 1);
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const day = iso(first + i * DAY_MS);
    return { day, usage: spent.get(day) ?? NOTHING };
  });
}

export function measured(usage: Measured, measure: Measure): number {
  return measure === 'tokens' ? usage.tokens.input + usage.tokens.output : usage[measure];
}

/** Heights for lines behind the bars: round numbers from 0 to at least `most`, about four. Pure. */
export function ticks(most: number, whole: boolean): readonly number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].map(it => it * power).find(it => it >= rough) ?? rough;
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) =>
    Number((i * step).toPrecision(6)),
  );
}
