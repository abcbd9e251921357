// What the home holds, the largest first. Pure.
import type { System } from '~/api/client';

type Disk = System['disk'];
export type Stored = NonNullable<Disk['used']>['kinds'][number];

/** Can be made again. */
const CACHES: ReadonlySet<Stored['kind']> = new Set(['mirrors', 'checkouts', 'setups']);

/** @returns caches the bytes of all that can be made again */
export function stored({ used }: Disk): {
  readonly kinds: readonly Stored[];
  readonly caches: number;
} {
  const kinds = [...(used?.kinds ?? [])].sort((a, b) => b.bytes - a.bytes);
  const made = kinds.filter(({ kind }) => CACHES.has(kind));
  return { kinds, caches: made.reduce((sum, { bytes }) => sum + bytes, 0) };
}
