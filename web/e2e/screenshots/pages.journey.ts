// Every page, as people see it, into docs/screenshots: light and dark, wide and narrow, in both
// languages. Look at them one by one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axe } from '../axe';
import { DESKTOP, type Looks, launch, PHONE, visit } from '../browser';
import { freshHome, type Running, start } from '../process';
import { call } from '../tasks';
import { asking, type Furniture, furnish } from './furnish';

const OUT = process.env.SCREENSHOTS ?? join(import.meta.dirname, '../../../docs/screenshots');

const EXAMPLES = join(import.meta.dirname, '../../../examples/scripts');

const LOOKS: Record<string, Looks> = {
  light: { scheme: 'light', size: DESKTOP },
  dark: { scheme: 'dark', size: DESKTOP },
  zh: { scheme: 'light', language: 'zh', size: DESKTOP },
  phone: { scheme: 'light', size: PHONE },
  'phone-dark-zh': { scheme: 'dark', language: 'zh', size: PHONE },
};

interface Shown {
  readonly path: string;
  /** What must be there before it is looked at. */
  readonly ready: (page: Page) => Promise<unknown>;
  /** Absent: the one that all journeys share. */
  readonly server?: { readonly url: string; readonly token?: string };
}

/** A page by name. */
const PAGES: Record<string, (there: Furniture) => Shown> = {
  login: () => ({
    path: '/',
    ready: page => page.locator('form input').waitFor(),
    server: { url: inject('url') },
  }),
  'first-run': () => ({
    path: '/',
    ready: page => page.getByRole('button', { name: /Run the sample|运行示例/ }).waitFor(),
    server: unused,
  }),
  start: () => ({ path: '/', ready: page => page.locator('form textarea').waitFor() }),
  tasks: () => ({
    path: '/tasks',
    ready: page => page.locator('main a[href^="/tasks/"]').first().waitFor(),
  }),
  palette: () => ({
    path: '/tasks',
    ready: async page => {
      await page.locator('main a[href^="/tasks/"]').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  }),
  waiting: () => ({
    path: `/tasks/${waiting}`,
    ready: page =>
      page.getByRole('button', { name: /^(Allow|允许)$/ }).waitFor({ timeout: 90_000 }),
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
let waiting: string;
/** A server that has no tasks yet. */
let unused: Running;
const home = freshHome();
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  browser = await launch();
  there = await furnish();
  waiting = await asking();
  unused = await start({ home: home.home, scripts: EXAMPLES });
});
afterAll(async () => {
  writeFileSync(join(OUT, 'README.md'), gallery());
  await browser.close();
  await call('POST', `/api/tasks/${waiting}/cancel`);
  await unused.end('SIGTERM');
  home.remove();
});

describe.each(Object.entries(LOOKS))('%s', (look, looks) => {
  test.each(Object.entries(PAGES))('%s', async (name, where) => {
    const { path, ready, server } = where(there);
    const { page, complaints, close } = await visit(browser, looks, server);
    await page.goto(path);
    await ready(page);
    await page.waitForTimeout(500);
    writeFileSync(join(OUT, `${name}-${look}.webp`), await picture(page));
    const findings = await axe(page);
    const wider = await widerThanShown(page);
    await close();
    // A browser says of each 401 that it came, and who is not logged in gets no other answer.
    const errors = complaints.filter(
      it => server?.token !== undefined || !server || !it.includes('401'),
    );
    expect({ findings, complaints: errors, wider }).toEqual({
      findings: [],
      complaints: [],
      wider: [],
    });
  });
});
