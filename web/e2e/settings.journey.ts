import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, PHONE, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a token is made, seen once, opens the API, and is taken away', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'Create a token' }).click();
  const dialog = page.getByRole('dialog');
  const name = `journey-${Date.now()}`;
  await dialog.getByRole('textbox', { name: 'Name' }).fill('not a name');
  await dialog.getByText(/Letters, digits/).waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('radio', { name: /^Read/ }).check();
  await dialog.getByText('7 days').click();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create a token' }).click();
  const token = (await dialog.locator('code').textContent()) ?? '';
  const status = async () =>
    (
      await fetch(new URL('/api/tasks', page.url()), {
        headers: { Authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await status()).toBe(200);
  await dialog.getByRole('button', { name: 'I have it' }).click();
  const row = page.getByRole('row', { name });
  await row.waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect((await page.content()).includes(token)).toBe(false);
  await row.getByRole('button', { name: /Revoke/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.waitFor({ state: 'detached' });
  expect(await status()).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});

test('what may be removed is shown before it is', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/settings/system');
  // It is measured beside, and shown when that is done.
  await page.getByRole('row', { name: /Logs and results/ }).waitFor();
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /would go/ })
    .waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('usage stands in a table too, and its address says what is shown', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/settings/usage?days=7');
  await page.getByText('Other', { exact: true }).click();
  await page.getByLabel('From').waitFor();
  await page.getByText('Calls', { exact: true }).click();
  await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=.*&measure=calls/);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('the API is found, read and tried by keys alone', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/api/docs');
  const filter = page.getByRole('textbox', { name: /Find an operation/ });
  await filter.fill('how the server is');
  await page
    .getByRole('navigation', { name: 'Operations' })
    .getByRole('link')
    .nth(1)
    .press('Enter');
  await page.waitForURL(/#showSystem$/);
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByRole('region', { name: 'Answer' }).getByText('"ready": true').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('on a phone, what must be filled in is asked for before it is sent', async () => {
  const { page, complaints, close } = await visit(browser, { size: PHONE });
  await page.goto('/api/docs');
  await page.getByRole('button', { name: 'Operations' }).click();
  await page.locator('nav a[href$="#showTask"]').click();
  await page.getByRole('heading', { level: 1, name: 'A task' }).waitFor();
  const send = page.getByRole('button', { name: 'Send' });
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'id' }).fill('20200101_none');
  await send.click();
  await page.getByText('404').last().waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints.filter(it => !it.includes('404'))).toEqual([]);
  await close();
});
