import type { Model } from '~/api/client';
import { groupBy } from '~/parts/groupBy';

export interface OfProvider {
  readonly provider: string;
  readonly models: readonly Model[];
}

/** In groups by what stands before the stroke, those of recordings last. Pure. */
export function byProvider(models: readonly Model[]): readonly OfProvider[] {
  const groups = groupBy(models, ({ name }) => name.split('/', 1)[0] ?? name);
  return [...groups]
    .map(([provider, found]) => ({ provider, models: found }))
    .sort((a, b) => Number(a.provider === 'scripted') - Number(b.provider === 'scripted'));
}

/** A model's name without its provider's. Pure. */
export function ownName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
