import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a model is made the default one, and the choice is taken back', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/settings/models');
  await page
    .getByRole('button', { name: 'Use as default: scripted/template', exact: true })
    .click();
  await page.getByText('Chosen here; it goes before DRYDOCK_MODEL').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'As it was set up' }).click();
  await page
    .getByRole('button', { name: 'Use as default: scripted/template', exact: true })
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
});
