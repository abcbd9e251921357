import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ZIP = {
  name: 'harbour.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(zipSync({ 'README.md': strToU8('# Harbour\n') })),
};

test("one's own zip, by keys alone, up to the page of the task", async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/tasks');
  // Who presses a key has seen the page.
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
  await page.keyboard.press('c');
  await page.waitForURL('/');
  const prompt = page.getByRole('textbox', { name: /Describe the task/ });
  await prompt.pressSequentially('How does a stay at a berth get its price?');
  await page.getByRole('button', { name: /Change where/ }).press('Enter');
  await page.locator('input[accept*=".zip"]').setInputFiles(ZIP);
  await page.getByRole('button', { name: /harbour\.zip/ }).waitFor();
  await page.getByRole('button', { name: /^Model:/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'scripted/template-ask' }).press('Enter');
  await prompt.press('Control+Enter');
  await page.waitForURL(/\/tasks\/\w+/);
  await page.getByRole('heading', { level: 1, name: /berth/ }).waitFor();
  await page.locator('main header').getByText('harbour.zip').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a pasted address of a branch is understood', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/');
  const prompt = page.getByRole('textbox', { name: /Describe the task/ });
  await prompt.waitFor();
  await prompt.evaluate(box => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'https://example.org/you/yours/tree/main');
    box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('button', { name: /you\/yours @ main/ }).waitFor();
  expect(await prompt.inputValue()).toBe('');
  expect(complaints).toEqual([]);
  await close();
});
