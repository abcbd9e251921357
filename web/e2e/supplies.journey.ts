import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe';
import { launch, visit } from './browser';
import { call, post } from './tasks';
import { vendor } from './vendor';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What the browser itself says of an answer that was no. */
const isRefusal = (complaint: string) => complaint.includes('422');

test('a known repository and its branch are chosen by keys alone', async () => {
  const folder = mkdtempSync('/var/tmp/lighthouse-');
  chmodSync(folder, 0o755);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  git('init', '-q', '-b', 'trunk');
  git('commit', '-q', '--allow-empty', '-m', 'One');
  git('branch', 'feature/lamp');
  const known = (await (await post('/api/repos', { url: folder })).json()) as { id: string };
  const { page, complaints, close } = await visit(browser);
  await page.goto('/');
  const keys = page.keyboard;
  await page.getByRole('button', { name: /Change where the code comes from/ }).press('Enter');
  const address = page.getByRole('combobox', { name: /Git address/ });
  await expect.poll(() => address.evaluate(it => it === document.activeElement)).toBe(true);
  await keys.type(folder.slice(-8));
  await page.getByRole('option').first().waitFor();
  // Escape closes the list, and not what it stands in.
  await keys.press('Escape');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  expect(await address.isVisible()).toBe(true);
  await keys.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect.poll(() => address.inputValue()).toBe(folder);
  await keys.press('Tab');
  const branch = page.getByRole('combobox', { name: /Branch, tag/ });
  await expect.poll(() => branch.getAttribute('placeholder')).toBe('trunk (default)');
  expect(await axe(page)).toEqual([]);
  await keys.type('lamp');
  await page.getByRole('option', { name: 'feature/lamp' }).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect.poll(() => branch.inputValue()).toBe('feature/lamp');
  await keys.press('Enter');
  await page.getByRole('button', { name: / @ feature\/lamp$/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
  await call('DELETE', `/api/repos/${known.id}`);
  rmSync(folder, { recursive: true });
});

test('branches that cannot be listed are said in a line, and the field stays free', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('/');
  await page.getByRole('button', { name: /Change where the code comes from/ }).click();
  await page.getByRole('combobox', { name: /Git address/ }).fill('/var/tmp/there-is-nothing');
  await page.getByText(/Its branches cannot be listed/).waitFor();
  await page.getByRole('combobox', { name: /Branch, tag/ }).fill('mine');
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  await page.getByRole('button', { name: / @ mine$/ }).waitFor();
  expect(complaints.filter(it => !isRefusal(it))).toEqual([]);
  await close();
});

test('a key is given, verified, tried and taken away, and nothing of it stays', async () => {
  const own = await vendor();
  const { page, complaints, close } = await visit(browser);
  await page.goto('/settings/models');
  await page.getByText('A server of your own', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(own.url);
  const key = page.getByLabel('Key, if it wants one');
  await key.fill('sk-a-wrong-one');
  const verify = page.getByRole('button', { name: 'Verify and use' });
  await verify.click();
  await page.getByText(/does not take this key/).waitFor();
  expect(await axe(page)).toEqual([]);
  await key.fill(own.key);
  await verify.click();
  await page.getByText('A server of your own answers: 2 models are ready').waitFor();
  await expect.poll(() => key.inputValue()).toBe('');
  await page.getByText('Key …wxyz').waitFor();
  await page.getByRole('button', { name: 'Try: openai/harbour-large' }).click();
  await page.getByText(/Answered in .*, 14 tokens in, 2 out/).waitFor();
  expect(await axe(page)).toEqual([]);
  expect((await page.content()).includes(own.key)).toBe(false);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept.includes(own.key)).toBe(false);
  await page.getByRole('button', { name: 'Remove: OpenAI' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('harbour-large', { exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText('harbour-large').count()).toBe(0);
  expect(complaints.filter(it => !isRefusal(it))).toEqual([]);
  await close();
  own.close();
});
