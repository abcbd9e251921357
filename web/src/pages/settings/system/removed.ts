import type { Cleaned } from '~/api/client';
import { groupBy } from '~/parts/groupBy';

export type Item = Cleaned['removed'][number];

export interface Kind {
  readonly kind: Item['kind'];
  readonly bytes: number;
  /** The largest first. */
  readonly items: readonly Item[];
}

/** By kind, the one that frees most first. Pure. */
export function kinds(removed: readonly Item[]): readonly Kind[] {
  return [...groupBy(removed, ({ kind }) => kind)]
    .map(([kind, items]) => ({
      kind,
      bytes: total(items),
      items: items.toSorted((a, b) => b.bytes - a.bytes),
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

export function total(items: readonly Item[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}
