import type { Scope, TokenCreate } from '~/api/client';

/** As the server takes it; `operator` and `drydock` are actors of its own. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;
const TAKEN = new Set(['operator', 'drydock']);

export function isName(name: string): boolean {
  return NAME.test(name) && !TAKEN.has(name);
}

/** Days a token may live; 0: for ever. */
export const LIVES = ['7', '30', '90', '365', '0'] as const;
export type Life = (typeof LIVES)[number];

/** What is sent for what was chosen. Pure. */
export function asked(name: string, scope: Scope, life: Life): TokenCreate {
  return { name, scope, ...(life === '0' ? {} : { expiresIn: `P${life}D` }) };
}
