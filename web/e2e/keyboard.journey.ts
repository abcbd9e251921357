import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { sampleZip } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const hasFocus = (it: Locator) => it.evaluate(element => element === document.activeElement);

/** What opened has taken the focus, which is not at once. */
async function inside(page: Page, role: 'dialog' | 'menu'): Promise<void> {
  await expect
    .poll(() => page.evaluate(it => document.activeElement?.closest(`[role=${it}]`) !== null, role))
    .toBe(true);
}

/** A key, until it has brought the focus there. */
async function walk(page: Page, key: string, to: Locator): Promise<void> {
  await to.waitFor({ state: 'attached' });
  for (let steps = 0; !(await hasFocus(to)); steps++) {
    if (steps === 80) throw new Error(`${key} does not lead to ${to}`);
    await page.keyboard.press(key);
  }
}

test('from the first page to a reviewed diff and back to it by the keyboard alone', async () => {
  const { page, complaints, close } = await visit(browser);
  const word = `pier${Date.now()}`;
  await page.goto('/');
  const prompt = page.getByRole('textbox', { name: /Describe the task/ });
  await expect.poll(() => hasFocus(prompt)).toBe(true);
  await page.keyboard.type(`Mend the fee at the ${word}`);

  const source = page.getByRole('button', { name: /Change where/ });
  await walk(page, 'Tab', source);
  await page.keyboard.press('Enter');
  await inside(page, 'dialog');
  const archive = page.locator('input[accept*=".zip"]');
  await walk(page, 'Tab', archive);
  // Which dialog a system opens on Enter is not ours.
  await archive.setInputFiles({
    name: 'berth.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(sampleZip()),
  });
  await page.getByRole('button', { name: /: berth\.zip$/ }).waitFor();
  // The focus is where it was before the choice was opened.
  await expect.poll(() => hasFocus(source)).toBe(true);

  await walk(page, 'Tab', page.getByRole('button', { name: /^Model:/ }));
  await page.keyboard.press('Enter');
  await inside(page, 'menu');
  const model = page
    .getByRole('menuitem')
    .filter({ has: page.getByText('scripted/template', { exact: true }) });
  await walk(page, 'ArrowDown', model);
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('button', { name: 'Model: scripted/template', exact: true });
  await expect.poll(() => hasFocus(chosen)).toBe(true);
  await page.getByRole('menu').waitFor({ state: 'detached' });
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await walk(page, 'Tab', start);
  await page.keyboard.press('Enter');

  await page.waitForURL(/\/tasks\/\w+/);
  const changes = page.getByRole('tab', { name: 'Changes', selected: true });
  await changes.waitFor({ timeout: 120_000 });
  await page.keyboard.press('1');
  await page.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
  await page.keyboard.press('2');
  await changes.waitFor();
  const file = page.getByRole('article', { name: 'berth/fees.py' });
  await file.getByText('timedelta').first().waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('j');
  await page.keyboard.press('v');
  await page.getByText('1 of 1 viewed').waitFor();

  // On a slow machine the two may be too far apart to be one.
  await expect
    .poll(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      return new URL(page.url()).pathname;
    })
    .toBe('/tasks');
  const row = page.locator('main a[data-task]', { hasText: word });
  await walk(page, 'j', row);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\/\w+/);
  await page.getByText('1 of 1 viewed').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
