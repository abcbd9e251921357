import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';
import { asked, ended, sent } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('what the server says is said in Chinese too', async () => {
  const { page, complaints, close } = await visit(browser, { language: 'zh' });
  await page.goto('/settings/system');
  await page.getByText('有应答').waitFor();
  await page
    .getByText(/^可用 .*，共 /)
    .first()
    .waitFor();
  expect(await page.getByText('answers').count()).toBe(0);
  expect(await page.getByText(/ free of /).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('a refusal is said in Chinese, with the words of the server after it', async () => {
  const task = await asked({
    prompt: 'More than its budget allows',
    repo: { upload: await sent() },
    model: 'scripted/template',
    budget: { calls: 2 },
  });
  await ended(task);
  const { page, close } = await visit(browser, { language: 'zh' });
  await page.route('**/continue', route =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'conflict', detail: 'it was given more this very moment' }),
    }),
  );
  await page.goto(`/tasks/${task}`);
  await page.getByRole('button', { name: '追加额度' }).first().click();
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await page.getByText('现在不能这样做（it was given more this very moment）').waitFor();
  await close();
});
