import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('from the first page to the diff of the sample in one click', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Run the sample' }).click();
  await page.waitForURL(/\/tasks\/\w+/);
  await page.getByRole('tab', { name: 'Changes', selected: true }).waitFor({ timeout: 90_000 });
  await page
    .getByRole('article', { name: 'berth/fees.py' })
    .getByText('timedelta')
    .first()
    .waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
