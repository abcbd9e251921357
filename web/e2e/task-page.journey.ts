import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { asked, call, ended, sent } from './tasks';

/** One red point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a long set-up says so, is watched as it runs, and stops when asked', async () => {
  const task = await asked({
    prompt: 'Something after a long set-up',
    repo: { upload: await sent() },
    model: 'scripted/template',
    environment: { setup: `for i in $(seq 300); do echo "step $i"; sleep 1; done # ${Date.now()}` },
  });
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${task}`);
  await page.getByRole('button', { name: 'Watch its output' }).click({ timeout: 60_000 });
  await page.locator('pre', { hasText: 'step 3' }).waitFor({ timeout: 60_000 });
  await page.locator('pre', { hasText: 'step 6' }).waitFor({ timeout: 60_000 });
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Give more' }).click();
  await page.getByLabel('More minutes').fill('30');
  await page.getByRole('button', { name: 'Give', exact: true }).click();
  await page.getByText('raised the budget').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Run again' }).first().waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
  await close();
});

test('a budget that is used up is raised, and the task goes on', async () => {
  const task = await asked({
    prompt: 'More than its budget allows',
    repo: { upload: await sent() },
    model: 'scripted/template',
    budget: { calls: 2 },
  });
  await ended(task);
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${task}`);
  await page.getByRole('button', { name: 'Continue with more' }).click();
  await page.getByLabel('More minutes').fill('30');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByText('Turn 2').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
  await ended(task);
});

test('a follow-up takes a picture along', async () => {
  const task = await asked({
    prompt: 'Mend the fee of a stay',
    repo: { upload: await sent() },
    model: 'scripted/template',
  });
  await ended(task);
  // With the follow-up's row on the screen: those that are not, are not drawn.
  const { page, complaints, close } = await visit(browser, {
    size: { width: 1440, height: 3_000 },
  });
  await page.goto(`/tasks/${task}`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'tariff.png', mimeType: 'image/png', buffer: PICTURE });
  await page.getByRole('list', { name: 'Attached' }).getByText('tariff.png').waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('It should look like this');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Attached' }).waitFor({ state: 'detached' });
  const told = await (await call('GET', `/logs/${task}/events.jsonl`)).text();
  expect(told).toContain('"attachments":["u_');
  await ended(task);
  await page.goto(`/tasks/${task}?view=timeline`);
  const picture = page.getByRole('img', { name: 'tariff.png' });
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate(it => (it as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await close();
  await ended(task);
});
