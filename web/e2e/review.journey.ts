import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, PHONE, visit } from './browser';
import { type Furniture, furnish } from './screenshots/furnish';

let browser: Browser;
let there: Furniture;
beforeAll(async () => {
  browser = await launch();
  there = await furnish();
});
afterAll(() => browser.close());

test('a link is made, opens without an account, and opens nothing once revoked', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${there.done}?view=result`);
  await page.getByRole('button', { name: 'Show its log' }).click();
  await page.getByText('Ran 5 tests').waitFor();
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^Logs/ }).check();
  await dialog.getByRole('button', { name: 'Create a link' }).click();
  const url = (await dialog.getByRole('status').locator('code').textContent()) ?? '';
  expect(await axe(page)).toEqual([]);
  const shown = async () => (await fetch(`${url}/diff.patch`)).status;
  expect(await shown()).toBe(200);
  const revoke = dialog.getByRole('button', { name: 'Revoke' });
  for (let links = await revoke.count(); links > 0; links--) {
    await revoke.first().click();
    await expect.poll(() => revoke.count()).toBe(links - 1);
  }
  await dialog.getByText('No link to this task works.').waitFor();
  expect(await shown()).toBe(404);
  expect(complaints).toEqual([]);
  await close();
});

test('what was viewed stays folded; a phone has one column and the files in a sheet', async () => {
  const { page, complaints, close } = await visit(browser, { size: PHONE });
  await page.goto(`/tasks/${there.done}?view=changes`);
  const file = page.getByRole('article', { name: 'berth/fees.py' });
  await file.getByText('timedelta').first().waitFor();
  expect(await file.locator('a[data-side=old]').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Show the files' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'fees.py' }).click();
  await file.getByRole('checkbox', { name: 'Viewed' }).check();
  await page.getByText('1 of 1 viewed').waitFor();
  await page.reload();
  await page.getByText('1 of 1 viewed').waitFor();
  expect(await file.locator('[data-row]').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('lines that did not change are shown by keys, and a link leads to them', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${there.done}?view=changes`);
  const file = page.getByRole('article', { name: 'berth/fees.py' });
  const line = file.locator('a[data-side=new][data-number="10"]');
  const button = file.getByRole('button', { name: /^Show \d+ unchanged lines$/ });
  await button.waitFor();
  expect(await line.count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await button.focus();
  await page.keyboard.press('Enter');
  await line.waitFor();
  expect(await button.count()).toBe(0);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-number'));
  await expect.poll(focused).toBe('7');

  await line.click();
  await page.reload();
  await file.locator('[data-selected] > a[data-side=new][data-number="10"]').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('a diff is reviewed by keys, and comments on its lines become the next turn', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${there.done}?view=changes`);
  const file = page.getByRole('article', { name: 'berth/fees.py' });
  await file.getByText('timedelta').first().waitFor();
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('n');
  await page.keyboard.press('r');
  await page.keyboard.type('Say why this is imported.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await file.locator('a[data-side=new][data-number="18"]').click();
  expect(new URL(page.url()).hash).toBe('#file-berth/fees.py-L18');
  await file.locator('[data-comment=new][data-number="18"]').click();
  await page.keyboard.type('Is this right for no time at all?');
  await page.keyboard.press('Control+Enter');
  expect(await axe(page)).toEqual([]);

  // What was written is there after the page was left.
  await page.reload();
  await page.getByRole('region', { name: '2 comments' }).waitFor();
  const sent = page.waitForRequest(it => it.url().endsWith('/messages'));
  await page.getByRole('button', { name: 'Send to the agent' }).click();
  expect((await sent).postDataJSON()).toEqual({
    text: `\
2 comments on the changes:

**\`berth/fees.py\`, line 3**

\`\`\`
from datetime import datetime, timedelta
\`\`\`

Say why this is imported.

**\`berth/fees.py\`, line 18**

\`\`\`
    return max(1, whole + (1 if rest else 0))
\`\`\`

Is this right for no time at all?`,
  });
  await page.getByRole('region', { name: '2 comments' }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
});
