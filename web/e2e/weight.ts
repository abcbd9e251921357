import type { Page, Request } from 'playwright-core';

/** For so long no script was asked for: the page has all it wants. */
const QUIET_MS = 1_000;

/** What of scripts goes over the wire before a page is content: bytes, packed. */
export async function weight(page: Page, path: string): Promise<number> {
  const scripts: Request[] = [];
  const note = (request: Request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  };
  page.on('requestfinished', note);
  await page.goto(path);
  await page.locator('main').waitFor();
  for (let before = -1; before < scripts.length; ) {
    before = scripts.length;
    await page.waitForTimeout(QUIET_MS);
  }
  page.off('requestfinished', note);
  const sizes = await Promise.all(scripts.map(request => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}
