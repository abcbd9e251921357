// Every page, as people see it, into docs/screenshots: light and dark, wide and narrow, in both
// languages. Look at them one by one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe } from '../axe';
import { DESKTOP, type Looks, launch, PHONE, visit } from '../browser';
import { type Furniture, furnish } from './furnish';

const OUT = process.env.SCREENSHOTS ?? join(import.meta.dirname, '../../../docs/screenshots');

const LOOKS: Record<string, Looks> = {
  light: { scheme: 'light', size: DESKTOP },
  dark: { scheme: 'dark', size: DESKTOP },
  zh: { scheme: 'light', language: 'zh', size: DESKTOP },
  phone: { scheme: 'light', size: PHONE },
  'phone-dark-zh': { scheme: 'dark', language: 'zh', size: PHONE },
};

/** A page by name: where it is, and what must be there before it is looked at. */
const PAGES: Record<
  string,
  (there: Furniture) => { path: string; ready: (page: Page) => Promise<unknown> }
> = {
  start: () => ({ path: '/', ready: page => page.locator('form textarea').waitFor() }),
  tasks: () => ({
    path: '/tasks',
    ready: page => page.locator('main a[href^="/tasks/"]').first().waitFor(),
  }),
  task: ({ done }) => ({
    path: `/tasks/${done}`,
    ready: page => page.getByRole('tab').first().waitFor(),
  }),
  timeline: ({ done }) => ({
    path: `/tasks/${done}?view=timeline`,
    ready: page => page.getByRole('tab').first().waitFor(),
  }),
  failed: ({ failed }) => ({
    path: `/tasks/${failed}`,
    ready: page => page.getByRole('tab').first().waitFor(),
  }),
  logs: ({ done }) => ({
    path: `/tasks/${done}?view=logs&file=check.log`,
    ready: page => page.locator('pre').waitFor(),
  }),
  spent: ({ spent }) => ({
    path: `/tasks/${spent}`,
    ready: page => page.getByRole('meter').first().waitFor(),
  }),
  attempts: ({ twice }) => ({
    path: `/tasks/${twice}?attempt=1`,
    ready: page => page.locator('button[aria-pressed="true"]').waitFor(),
  }),
  share: ({ link }) => ({
    path: link,
    ready: page => page.locator('article h1').waitFor(),
  }),
  ...parts('settings', '/settings', [
    ['models', 'table'],
    ['usage', 'figure svg'],
    ['tokens', 'table'],
    ['isolation', '#dns'],
    ['system', 'dl'],
    ['about', 'a[href="/api/docs"]'],
  ]),
  docs: () => ({ path: '/api/docs', ready: page => page.locator('main h1').waitFor() }),
  operation: () => ({
    path: '/api/docs#createTask',
    ready: page => page.locator('main form').waitFor(),
  }),
};

/** Pages below one address, each with what must be on it. */
function parts(name: string, path: string, all: readonly (readonly [string, string])[]) {
  return Object.fromEntries(
    all.map(([part, seen]) => [
      `${name}-${part}`,
      () => ({
        path: `${path}/${part}`,
        ready: (page: Page) => page.locator(`main ${seen}`).first().waitFor({ timeout: 90_000 }),
      }),
    ]),
  );
}

/** As WebP, which is a third of a PNG; playwright itself writes none. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 90 });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/** What of the page would have to be pushed sideways as a whole. */
function widerThanShown(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter(it => it.scrollWidth > it.clientWidth)
      .map(it => `${it.tagName}: ${it.scrollWidth} of ${it.clientWidth}`),
  );
}

/** All pictures on one page, as a grid. */
function gallery(): string {
  const looks = Object.keys(LOOKS);
  const rows = Object.keys(PAGES).map(
    name =>
      `| ${name} | ${looks.map(look => `![${name}, ${look}](${name}-${look}.webp)`).join(' | ')} |`,
  );
  return [
    '# Every page',
    '',
    'Made by `web/build/make screenshots`, from the real server.',
    '',
    `| page | ${looks.join(' | ')} |`,
    `|---|${'---|'.repeat(looks.length)}`,
    ...rows,
    '',
  ].join('\n');
}

let browser: Browser;
let there: Furniture;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  browser = await launch();
  there = await furnish();
});
afterAll(async () => {
  writeFileSync(join(OUT, 'README.md'), gallery());
  await browser.close();
});

describe.each(Object.entries(LOOKS))('%s', (look, looks) => {
  test.each(Object.entries(PAGES))('%s', async (name, where) => {
    const { path, ready } = where(there);
    const { page, complaints, close } = await visit(browser, looks);
    await page.goto(path);
    await ready(page);
    await page.waitForTimeout(500);
    writeFileSync(join(OUT, `${name}-${look}.webp`), await picture(page));
    const findings = await axe(page);
    const wider = await widerThanShown(page);
    await close();
    expect({ findings, complaints, wider }).toEqual({ findings: [], complaints: [], wider: [] });
  });
});
