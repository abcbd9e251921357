import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';
import { type Furniture, furnish } from './screenshots/furnish';
import { weight } from './weight';

// The build limits what a page needs at once; here is what really comes over the wire, with what
// follows by itself.
const MOST_BYTES = 300_000;
/** The diff viewer and a grammar come after the page that shows them. */
const MOST_WITH_DIFF = 310_000;

let browser: Browser;
let there: Furniture;
beforeAll(async () => {
  browser = await launch();
  there = await furnish();
});
afterAll(() => browser.close());

const PAGES: Record<string, () => string> = {
  start: () => '/',
  tasks: () => '/tasks',
  timeline: () => `/tasks/${there.done}?view=timeline`,
  changes: () => `/tasks/${there.done}?view=changes`,
  settings: () => '/settings/usage',
  docs: () => '/api/docs',
  share: () => there.link,
};

test.each(Object.keys(PAGES))(
  'a browser that was never here fetches little script: %s',
  async name => {
    const { page, complaints, close } = await visit(browser);
    const bytes = await weight(page, PAGES[name]?.() ?? '/');
    console.log(`${name}: ${bytes} bytes of script`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(name === 'changes' ? MOST_WITH_DIFF : MOST_BYTES);
    expect(complaints).toEqual([]);
    await close();
  },
);
