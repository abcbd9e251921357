import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { asked, call, ended } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('an ended task is put away, found in the archive, and taken back by undo', async () => {
  const word = `quay${Date.now()}`;
  const id = await asked({ prompt: `Paint the ${word}`, model: 'scripted/template-ask' });
  await call('POST', `/api/tasks/${id}/cancel`);
  await ended(id);
  const { page, complaints, close } = await visit(browser);
  const row = page.locator(`main a[data-task="${id}"]`);
  await page.goto(`/tasks?q=${word}`);
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('e');
  await row.waitFor({ state: 'detached' });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();

  await row.hover();
  await page.getByRole('button', { name: `Archive: Paint the ${word}` }).click();
  await row.waitFor({ state: 'detached' });
  await page.locator('label', { hasText: 'Archived' }).click();
  await row.waitFor();
  await page.waitForURL(/show=archived/);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('checkbox', { name: /Paint the/ }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Back to the list' }).click();
  await row.waitFor({ state: 'detached' });
  await page.locator('label', { hasText: /^All/ }).click();
  await row.waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('the list tells of what others ask for, without being asked', async () => {
  const { page, complaints, close } = await visit(browser);
  const told = page.waitForResponse(response => response.url().endsWith('/api/task-changes'));
  await page.goto('/tasks');
  await told;
  const word = `buoy${Date.now()}`;
  const id = await asked({ prompt: `Count each ${word}`, model: 'scripted/template-ask' });
  await page.locator(`main a[data-task="${id}"]`).waitFor();
  await call('POST', `/api/tasks/${id}/cancel`);
  await ended(id);
  await page.getByRole('region', { name: 'Ended' }).locator(`a[data-task="${id}"]`).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
