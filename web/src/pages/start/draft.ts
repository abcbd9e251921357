// What is about to be asked. Pure.
import type { Limits, Mode, TaskCreate } from '~/api/client';
import { minutes } from '~/time/duration';

/** Where the code comes from. */
export type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'git'; readonly url: string; readonly ref: string }
  | { readonly kind: 'upload'; readonly upload: string; readonly name: string }
  /** On its way to the server: how much of it, from 0 to 1. */
  | { readonly kind: 'sending'; readonly name: string; readonly part: number };

export interface Draft {
  readonly prompt: string;
  readonly source: Source;
  readonly mode: Extract<Mode, 'ask' | 'code'>;
  /** Empty: the server's own choice. */
  readonly model: string;
  readonly check: string;
  readonly setup: string;
  readonly attempts: number;
  /** Empty: no limit of its own. As typed. */
  readonly usd: string;
  readonly minutes: string;
}

export const EMPTY: Draft = {
  prompt: '',
  source: { kind: 'none' },
  mode: 'code',
  model: '',
  check: '',
  setup: '',
  attempts: 1,
  usd: '',
  minutes: '',
};

export function isReady(draft: Draft): boolean {
  return draft.prompt.trim() !== '' && draft.source.kind !== 'sending';
}

/** As the API takes it; what is not said is left out. */
export function asked(draft: Draft): TaskCreate {
  const repo = repository(draft.source);
  const budget = limits(draft);
  return {
    prompt: draft.prompt.trim(),
    mode: draft.mode,
    agent: 'drydock',
    attempts: draft.attempts,
    ...(repo ? { repo } : {}),
    ...(draft.model ? { model: draft.model } : {}),
    ...(draft.check.trim() && draft.mode === 'code' ? { check: draft.check.trim() } : {}),
    ...(draft.setup.trim() ? { environment: { setup: draft.setup.trim() } } : {}),
    ...(budget ? { budget } : {}),
  };
}

function repository(source: Source): TaskCreate['repo'] | undefined {
  switch (source.kind) {
    case 'git':
      return source.ref.trim()
        ? { url: source.url.trim(), ref: source.ref.trim() }
        : { url: source.url.trim() };
    case 'upload':
      return { upload: source.upload };
    default:
      return undefined;
  }
}

function limits({ usd, minutes: time }: Draft): Limits | undefined {
  const found: Limits = {
    ...(Number(usd) > 0 ? { usd: Number(usd) } : {}),
    ...(Number(time) > 0 ? { time: minutes(Math.round(Number(time))) } : {}),
  };
  return Object.keys(found).length ? found : undefined;
}

/** How many of the options say something else than nothing. */
export function optionsSet(draft: Draft): number {
  return [
    draft.check.trim() && draft.mode === 'code',
    draft.setup.trim(),
    draft.attempts > 1,
    Number(draft.usd) > 0,
    Number(draft.minutes) > 0,
  ].filter(Boolean).length;
}
