import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { asked, call, ended, post, sent } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('who may only look is offered nothing that would be refused', async () => {
  const task = await asked({
    prompt: 'Mend the fee of a stay',
    repo: { upload: await sent() },
    model: 'scripted/template',
  });
  await ended(task);
  const made = await post('/api/tokens', { name: 'reviewer', scope: 'read' });
  const { token } = (await made.json()) as { token: string };
  const { page, complaints, close } = await visit(browser, {}, { url: inject('url'), token });
  await page.goto('/');
  await page.getByRole('heading', { name: 'You can look at everything here' }).waitFor();
  await page.getByText('reviewer · Read').waitFor();
  expect(await page.locator('form textarea').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.goto(`/tasks/${task}`);
  await page.getByRole('tab', { name: 'Changes', selected: true }).waitFor();
  await page.getByRole('article', { name: 'berth/fees.py' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Run again' }).count()).toBe(0);
  expect(await page.locator('form textarea').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
  await call('DELETE', '/api/tokens/reviewer');
});
