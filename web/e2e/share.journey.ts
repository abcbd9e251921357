import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axe } from './axe';
import { launch } from './browser';
import { asked, call, ended, sent, shared } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a link shows the result in a private window until it is revoked', async () => {
  const task = await asked({
    prompt: 'Mend the fee of a stay <script>alert(1)</script>',
    repo: { upload: await sent() },
    model: 'scripted/template',
  });
  await ended(task);
  const link = await shared(task);
  const context = await browser.newContext({ baseURL: inject('url'), locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  await page.goto(link.path);
  await page.getByRole('heading', { level: 1, name: 'Mend the fee of a stay' }).waitFor();
  expect(await page.title()).toBe('Mend the fee of a stay <script>alert(1)</script> · Drydock');
  await page.getByText('fees.py').first().waitFor();
  await page.getByRole('button', { name: 'setup.log' }).press('Enter');
  await page.locator('pre').last().waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('分享的任务，只读').waitFor();
  expect(complaints).toEqual([]);

  await call('DELETE', `/api/shares/${link.id}`);
  expect((await page.goto(link.path))?.status()).toBe(404);
  await page.getByText('这个链接没有内容').waitFor();
  expect(await axe(page)).toEqual([]);
  await context.close();
});
