import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { DESKTOP, launch, visit } from './browser';
import { type Furniture, furnish } from './screenshots/furnish';

let browser: Browser;
let there: Furniture;
beforeAll(async () => {
  browser = await launch();
  there = await furnish();
});
afterAll(() => browser.close());

/** With all its rows on the screen. */
const TALL = { ...DESKTOP, height: 3_000 };

async function opened(path: string, scheme: 'light' | 'dark' = 'light') {
  const visited = await visit(browser, { scheme, size: TALL });
  await visited.page.goto(path);
  await visited.page.locator('li[data-kind="ended"]').first().waitFor({ state: 'attached' });
  return visited;
}

const placeOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-index'));

const kindOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-kind'));

test.each(['light', 'dark'] as const)('the timeline reads as a story, in %s', async scheme => {
  const { page, complaints, close } = await opened(`/tasks/${there.done}?view=timeline`, scheme);
  const kinds = () =>
    page
      .getByRole('region', { name: 'What happened' })
      .locator('li[data-kind]')
      .evaluateAll(rows => rows.map(row => row.getAttribute('data-kind')));
  await expect
    .poll(async () => (await kinds()).slice(0, 4))
    .toEqual(['asked', 'phase', 'phase', 'phase']);
  await expect.poll(async () => new Set(await kinds())).toContain('said');
  await page.locator('[data-sign="+"]').first().waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('by the keyboard alone: rows, folds, ends', async () => {
  const { page, complaints, close } = await opened(`/tasks/${there.done}?view=timeline`);
  // On a slow machine the two may be too far apart to be one.
  await expect
    .poll(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('g');
      return kindOfFocus(page);
    })
    .toBe('asked');
  for (const place of ['1', '2', '3']) {
    await page.keyboard.press('j');
    await expect.poll(() => placeOfFocus(page)).toBe(place);
  }
  const expanded = () =>
    page.evaluate(() =>
      document.activeElement?.querySelector('button')?.getAttribute('aria-expanded'),
    );
  // On to a row that unfolds: a set-up that was reused has nothing to show.
  await expect
    .poll(async () => {
      if ((await expanded()) !== 'false') await page.keyboard.press('j');
      return expanded();
    })
    .toBe('false');
  await page.keyboard.press('Enter');
  await expect.poll(expanded).toBe('true');
  await page.keyboard.press('Enter');
  await expect.poll(expanded).toBe('false');
  await page.keyboard.press('Shift+G');
  const last = page.getByRole('region', { name: 'What happened' }).locator('li[data-kind]').last();
  await expect.poll(() => last.evaluate(row => row === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('what a failed set-up printed stands open, in colour', async () => {
  const { page, close } = await opened(`/tasks/${there.failed}?view=timeline`);
  await page.locator('li[data-kind="phase"] pre', { hasText: 'no such package' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await close();
});
