// Which tasks are looked at, as it stands in the address. Pure.
import type { State } from '~/api/client';

export const SHOWS = ['all', 'open', 'done', 'failed', 'canceled', 'archived'] as const;
export type Show = (typeof SHOWS)[number];

export interface Filter {
  readonly show: Show;
  readonly text: string;
  readonly repo: string;
  readonly actor: string;
  readonly model: string;
}

/** What was looked for: all that is not a shelf of its own. */
export type Sought = Omit<Filter, 'show'>;

const ENDED: Record<Show, readonly State[]> = {
  all: ['succeeded', 'failed', 'canceled'],
  open: [],
  done: ['succeeded'],
  failed: ['failed'],
  canceled: ['canceled'],
  archived: ['succeeded', 'failed', 'canceled'],
};

export function read(parameters: URLSearchParams): Filter {
  const show = parameters.get('show') as Show;
  return {
    show: SHOWS.includes(show) ? show : 'all',
    text: parameters.get('q') ?? '',
    repo: parameters.get('repo') ?? '',
    actor: parameters.get('actor') ?? '',
    model: parameters.get('model') ?? '',
  };
}

/** What is not said is left out, so that the plain list has a plain address. */
export function write({ show, text, ...named }: Filter): URLSearchParams {
  const parameters = new URLSearchParams();
  if (show !== 'all') parameters.set('show', show);
  if (text) parameters.set('q', text);
  for (const [name, value] of Object.entries(named)) if (value) parameters.set(name, value);
  return parameters;
}

export function showsOpen({ show }: Filter): boolean {
  return show === 'all' || show === 'open';
}

export function endedStates({ show }: Filter): readonly State[] {
  return ENDED[show];
}
