/** /s/{token} */
export function tokenOf(path: string): string {
  return /^\/s\/([^/]+)/.exec(path)?.[1] ?? '';
}

/** The server has said already that there is nothing behind the link. */
export function isGone(page: Document): boolean {
  return page.querySelector('meta[name="drydock:link"]')?.getAttribute('content') === 'gone';
}
