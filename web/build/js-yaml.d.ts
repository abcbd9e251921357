/** What we use of it; it brings no types of its own. */
declare module 'js-yaml' {
  export const CORE_SCHEMA: object;
  export function load(text: string, options: { readonly schema: object }): unknown;
}
