// Which ways on there are after a failure. Pure.
import type { Failure } from '~/api/client';

interface Way {
  /** It goes on from where it was, with more time or money. */
  readonly more: boolean;
  /** The models' settings have to do with it. */
  readonly models: boolean;
}

export function way(cause: Failure['cause']): Way {
  return {
    more: cause === 'budget' || cause === 'timeout',
    models: cause.startsWith('model_'),
  };
}
