// A list of ten thousand tasks: how soon is it there and answers a key, and how it goes on from
// there. The tasks are rows as real ones leave them (`./drydock bench fill`).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from '../browser';
import { freshHome, start } from '../process';
import { frames, heap } from './frames';
import { Report } from './report';

const TASKS = Number(process.env.TASKS ?? 10_000);
const TIMES = 9;
const LIST_MS = 300;
const START_MS = 1_000;
const SMOOTH_MS = 33;

let browser: Browser;
let server: { readonly url: string; readonly token: string };
let stop = async () => {};
const report = new Report(
  'A list of 10,000 tasks',
  'tasks as rows of a database of its own (`./drydock bench fill 10000`: as ended tasks leave them, twenty events each, written through the store), asked of the API and looked at in headless Chromium without a graphics card',
);

beforeAll(async () => {
  // With LIST_URL and LIST_TOKEN a server is asked that is filled already.
  const { LIST_URL: url, LIST_TOKEN: token } = process.env;
  server = url && token ? { url, token } : await filled();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await stop();
  report.print();
});

async function filled() {
  const { home, remove } = freshHome();
  fill(home);
  const made = await start({
    home,
    scripts: join(import.meta.dirname, '../../../examples/scripts'),
  });
  stop = async () => {
    await made.end('SIGTERM');
    remove();
  };
  return made;
}

function fill(home: string): void {
  const program = join(import.meta.dirname, '../../../drydock');
  const done = spawnSync(program, ['bench', 'fill', `${TASKS}`], {
    env: { ...process.env, DRYDOCK_HOME: home },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) throw new Error('the database could not be filled');
}

test('the API', async () => {
  const asks = {
    'the newest 50': '/api/tasks?limit=50',
    'the newest 50 that have ended': '/api/tasks?limit=50&state=succeeded,failed,canceled',
    counts: '/api/task-counts',
    'counts of what fits a word': '/api/task-counts?q=harbour',
    '50 that fit a word which few have': '/api/tasks?limit=50&q=customs',
    'a word that none has': '/api/tasks?limit=50&q=yyyyyyyyyyyy',
  };
  for (const [what, path] of Object.entries(asks)) {
    const times: number[] = [];
    for (let i = 0; i <= TIMES; i++) {
      const from = performance.now();
      const response = await fetch(server.url + path, {
        headers: { Authorization: `Bearer ${server.token}` },
      });
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      times.push(performance.now() - from);
    }
    // The first one fills the database's cache.
    told(`API: ${what}`, times.slice(1));
  }
});

test('from another page to the list, and a key answered', async () => {
  const { page, close } = await opened();
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i++) {
    await page.goto('/settings/about');
    await page.getByRole('link', { name: 'Tasks', exact: true }).waitFor();
    await page.waitForTimeout(2_500);
    times.push(
      await page.evaluate(async () => {
        const from = performance.now();
        document.querySelector<HTMLAnchorElement>('nav a[href="/tasks"]')?.click();
        return (await usable('a[data-task]', 'j')) - from;
      }),
    );
  }
  await close();
  // The first one fills the browser's cache.
  const median = told('to the list, inside the page', times.slice(1), LIST_MS);
  expect(median).toBeLessThanOrEqual(LIST_MS);
});

test('the list as the first page', async () => {
  const times = await loads('/tasks', 'a[data-task]', 'j');
  expect(told('to the list, as a new page', times, START_MS)).toBeLessThanOrEqual(START_MS);
});

test('the start page', async () => {
  const times = await loads('/', 'form textarea');
  expect(told('to the start page, a letter typed', times, START_MS)).toBeLessThanOrEqual(START_MS);
});

test('typing in the search', async () => {
  const { page, close } = await opened();
  await page.goto('/tasks');
  await page.locator('a[data-task]').first().waitFor();
  const answers: number[] = [];
  const typing = await frames(page, async () => {
    for (const word of ['harbour', 'crane sched', 'no. 12', 'customs', 'y'.repeat(12)]) {
      const field = page.getByRole('searchbox');
      await field.fill('');
      await page.locator('[data-fits=""]').waitFor({ state: 'attached' });
      await field.pressSequentially(word, { delay: 60 });
      const from = Date.now();
      await page.locator(`[data-fits="${word}"]`).waitFor({ state: 'attached' });
      answers.push(Date.now() - from);
    }
  });
  told('from the last letter to what fits', answers, 500);
  report.row('frame, p95, while typing', typing.p95, SMOOTH_MS, 'ms', `median ${typing.p50}`);
  await close();
});

test('down the list', async () => {
  const { page, close } = await opened();
  await page.goto('/tasks');
  await page.locator('a[data-task]').first().waitFor();
  await page.mouse.move(800, 500);
  const wheel = await frames(page, async () => {
    for (let i = 0; i < 250; i++) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(30);
    }
  });
  const rows = await page.locator('a[data-task]').count();
  const held = await heap(page);
  const scrolled = `frame, p95, scrolling through ${rows} rows`;
  report.row(scrolled, wheel.p95, SMOOTH_MS, 'ms', `median ${wheel.p50}`);
  report.row('heap', held, undefined, 'MB');
  await close();
  expect(rows).toBeGreaterThan(400);
});

async function opened() {
  const seen = await visit(browser, {}, server);
  await seen.page.addInitScript(watching);
  return seen;
}

/** New pages in one browser: what it may keep it keeps. */
async function loads(path: string, sign: string, key?: string): Promise<number[]> {
  const { page, close } = await opened();
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i++) {
    await page.goto(path, { waitUntil: 'commit' });
    times.push(await answered(page, sign, key));
    await page.goto('about:blank');
  }
  await close();
  return times.slice(1);
}

/** Since the navigation began. */
function answered(page: Page, sign: string, key?: string): Promise<number> {
  return page.evaluate(([sign, key]) => usable(sign, key), [sign, key] as const);
}

declare function usable(sign: string, key?: string): Promise<number>;

/** In the page: when the sign is drawn, and a key, or a letter, has done what it does. */
function watching(): void {
  const frame = () => new Promise(requestAnimationFrame);
  const usable = async (sign: string, key?: string) => {
    for (;;) {
      await frame();
      const there = document.querySelector<HTMLElement>(sign);
      if (!there) continue;
      if (key) {
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true }),
        );
        if (!document.activeElement?.matches(sign)) continue;
      } else {
        there.focus();
        document.execCommand('insertText', false, 'a');
        await frame();
        if (!(there as HTMLTextAreaElement).value.includes('a')) continue;
      }
      await frame();
      return performance.now();
    }
  };
  Object.assign(window, { usable });
}

function told(what: string, times: readonly number[], target?: number): number {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  report.row(what, median, target, 'ms', `${sorted[0]} to ${sorted.at(-1)}`);
  return median;
}
