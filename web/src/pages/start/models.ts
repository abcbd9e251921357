import type { Model } from '~/api/client';

/** Played back from a recording: for rehearsals, and for the sample. */
export function isScripted({ name }: Pick<Model, 'name'>): boolean {
  return name.startsWith('scripted/');
}
