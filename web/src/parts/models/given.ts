// What is about to be given to the server. Pure.
import type { Given } from './requests';

/** A server of one's own speaks as OpenAI does, at another address. */
export const KINDS = ['openai', 'anthropic', 'own'] as const;
export type Kind = (typeof KINDS)[number];

export const providerOf = (kind: Kind): string => (kind === 'anthropic' ? 'anthropic' : 'openai');

export function given(kind: Kind, key: string, url: string): Given {
  return {
    ...(key.trim() ? { key: key.trim() } : {}),
    ...(kind === 'own' ? { url: url.trim() } : {}),
  };
}

/** Whether there is enough to ask with. */
export function isEnough(kind: Kind, key: string, url: string): boolean {
  return kind === 'own' ? /^https?:\/\/[^\s/]+/.test(url.trim()) : key.trim().length >= 8;
}
