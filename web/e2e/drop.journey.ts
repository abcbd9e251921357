import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { SAMPLE, sampleZip } from './tasks';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'drydock-drop-'));
  writeFileSync(join(folder, 'berth.zip'), sampleZip());
  cpSync(SAMPLE, join(folder, 'quayside'), { recursive: true });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** What a person clicks with, counted by the page itself. */
async function counting(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => {
        const before = Number(sessionStorage.getItem('clicks') ?? 0);
        sessionStorage.setItem('clicks', String(before + 1));
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('clicks') ?? 0));
}

/** As a file manager does it: something of this machine is dragged over the page and let go. */
async function drop(page: Page, path: string): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    debug.send('Input.dispatchDragEvent', {
      type,
      x: 600,
      y: 300,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  const curtain = page.getByText('Drop it: a zip, a tar.gz or a folder');
  await drag('dragEnter');
  await curtain.waitFor();
  await drag('dragOver');
  await drag('drop');
  await curtain.waitFor({ state: 'detached' });
}

/** From a source that is there to a diff that was read. */
async function reviewed(page: Page): Promise<void> {
  const prompt = page.getByRole('textbox', { name: /Describe the task/ });
  await expect.poll(() => prompt.evaluate(it => it === document.activeElement)).toBe(true);
  await page.keyboard.type('One of the tests fails. Mend the code and not the test.');
  await page.getByRole('button', { name: /^Model:/ }).click();
  await page
    .getByRole('menuitem')
    .filter({ has: page.getByText('scripted/template', { exact: true }) })
    .click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/tasks\/\w+/);
  await page.getByRole('tab', { name: 'Changes', selected: true }).waitFor({ timeout: 120_000 });
  const file = page.getByRole('article', { name: 'berth/fees.py' });
  await file.getByText('timedelta').first().waitFor();
  await file.getByRole('checkbox', { name: 'Viewed' }).click();
  await page.getByText('1 of 1 viewed').waitFor();
}

test.each([
  ['zip', 'berth.zip', 'berth.zip'],
  ['folder', 'quayside', 'quayside.zip'],
])('a dropped %s is a reviewed diff within five clicks', async (_, dropped, name) => {
  const { page, complaints, close } = await visit(browser);
  const clicks = await counting(page);
  await page.goto('/');
  await page.getByRole('textbox', { name: /Describe the task/ }).waitFor();
  await drop(page, join(folder, dropped));
  await page.getByRole('button', { name: `: ${name}` }).waitFor();
  await reviewed(page);
  const counted = await clicks();
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThanOrEqual(5);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
