import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';
import { freshHome, start } from './process';
import { scripts } from './server';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const TALL = { width: 1280, height: 4_000 };
const LONG = { timeout: 120_000 };

/** Each row as it reads; what grows with the clock is left out. */
const rows = (page: Page) =>
  page
    .getByRole('region', { name: 'What happened' })
    .locator('li[data-kind]')
    .evaluateAll(all => all.map(row => `${row.getAttribute('data-kind')} ${row.textContent}`));

test('a page whose connection breaks, and whose server is killed, goes on by itself', async () => {
  const { folder, home, remove } = freshHome();
  const settings = { home, scripts: scripts(folder) };
  let server = await start(settings);
  try {
    const { page, close } = await visit(browser, { size: TALL }, server);
    const asked = await page.request.post('/api/tasks', {
      data: { prompt: 'Count slowly', model: 'scripted/long' },
      headers: { Authorization: `Bearer ${server.token}` },
    });
    const { id } = (await asked.json()) as { id: string };
    await page.goto(`/tasks/${id}?view=timeline`);
    await page.locator('pre', { hasText: 'step 1 of' }).waitFor(LONG);

    const banner = page.getByText('goes on by itself', { exact: false }).first();
    await page.context().setOffline(true);
    await banner.waitFor(LONG);
    await page.context().setOffline(false);
    await banner.waitFor({ state: 'detached', ...LONG });

    await server.end('SIGKILL');
    await banner.waitFor(LONG);
    server = await start({ ...settings, port: new URL(server.url).port });
    await banner.waitFor({ state: 'detached', ...LONG });
    await page.locator('li[data-kind="ended"]').waitFor(LONG);

    // As whoever comes only now sees it.
    const seen = await rows(page);
    await page.reload();
    await page.locator('li[data-kind="ended"]').waitFor(LONG);
    await expect.poll(() => rows(page)).toEqual(seen);
    expect(seen.filter(row => row.startsWith('ended'))).toHaveLength(1);
    await close();
  } finally {
    await server.end('SIGTERM');
    remove();
  }
});
