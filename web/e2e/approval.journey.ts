import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { asked, ended, sent } from './tasks';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const CAREFUL = { '.drydock/environment.yaml': 'commands: {policy: ask}\n' };

test('an agent waits for a person: one thing is allowed, another denied, and it goes on', async () => {
  const task = await asked({
    prompt: 'Write two files',
    repo: { upload: await sent(CAREFUL) },
    model: 'scripted/asks',
  });
  const { page, complaints, close } = await visit(browser);
  await page.goto(`/tasks/${task}`);
  const row = (text: string) => page.locator('li[data-kind="permission"]', { hasText: text });
  const first = row('allowed.txt');
  await first.getByRole('button', { name: 'Allow' }).waitFor({ timeout: 90_000 });
  await page.getByText('Waiting for you').first().waitFor();
  expect(await axe(page)).toEqual([]);
  await first.getByRole('button', { name: 'Allow' }).click();
  await first.getByText(/^Allowed by/).waitFor({ timeout: 60_000 });

  const second = row('denied.txt');
  await second.getByRole('button', { name: 'Deny' }).click({ timeout: 60_000 });
  await second.getByText(/^Denied by/).waitFor({ timeout: 60_000 });
  await ended(task);
  await page.goto(`/tasks/${task}?view=changes`);
  await page.getByRole('article', { name: 'allowed.txt' }).getByText('moored').waitFor();
  await expect.poll(() => page.getByRole('article').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});
