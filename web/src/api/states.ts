import type { State } from './client';

const ENDED: ReadonlySet<State> = new Set<State>(['succeeded', 'failed', 'canceled']);

export function isEnded(state: State): boolean {
  return ENDED.has(state);
}
