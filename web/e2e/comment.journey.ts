import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { DESKTOP, launch, visit } from './browser';
import { asked, ended, sent } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** With all rows of the timeline on the screen. */
const TALL = { ...DESKTOP, height: 3_000 };

test('a comment on a line is what the next turn begins with, and its diff is there again', async () => {
  const task = await asked({
    prompt: 'List the berths with their lengths',
    repo: { upload: await sent() },
    model: 'scripted/comment',
  });
  await ended(task);
  const { page, complaints, close } = await visit(browser, { size: TALL });
  await page.goto(`/tasks/${task}`);
  const file = page.getByRole('article', { name: 'berths.csv' });
  await file.getByText('Alma,12').waitFor();
  await file.locator('[data-comment=new][data-number="1"]').click();
  await page.getByRole('textbox', { name: 'What should be different here?' }).fill('In feet.');
  await page.getByRole('button', { name: 'Save comment' }).click();
  await page.getByRole('region', { name: '1 comment' }).waitFor();
  await page.getByRole('button', { name: 'Send to the agent' }).click();
  await page.getByRole('region', { name: '1 comment' }).waitFor({ state: 'detached' });

  await page.getByRole('tab', { name: 'Timeline' }).click();
  const rows = page.getByRole('region', { name: 'What happened' }).locator('li[data-kind]');
  await rows.filter({ hasText: 'Turn 2' }).first().waitFor({ timeout: 120_000 });
  const words = rows.filter({ hasText: 'One comment on the changes:' });
  await words.getByText('berths.csv, line 1').waitFor();
  await words.getByText('ship,metres').waitFor();
  await words.getByText('In feet.').waitFor();
  await rows.filter({ hasText: 'Every length is given in feet.' }).waitFor({ timeout: 120_000 });
  await ended(task);

  await page.getByRole('tab', { name: 'Changes' }).click();
  await file.getByText('Alma,39').waitFor({ timeout: 120_000 });
  await file.getByText('ship,feet').waitFor();
  await expect.poll(() => file.getByText('Alma,12').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
