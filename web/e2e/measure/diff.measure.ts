// A diff of two hundred thousand lines, which a real agent made in a real sandbox: how soon is it there
// and answers a key, is the page smooth when one scrolls in it, and how much does it hold?
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from '../browser';
import { asked, ended, sent } from '../tasks';
import { CHANGED_LINES, largeFiles } from './diffing';
import { type Frames, frames, heap } from './frames';
import { Report } from './report';

const THERE_MS = 3_000;
const OPEN_MS = 1_000;
const SMOOTH_MS = 33;
const MOST_HEAP_MB = 300;
const TIMES = 5;

let browser: Browser;
let task: string;
const report = new Report(
  'A diff of 200,000 lines',
  '16 files of 5,000 changed lines, 30 new ones of 2,000 and one of 60,000, made by a task in its sandbox, in headless Chromium without a graphics card',
);
beforeAll(async () => {
  browser = await launch();
  task = process.env.DIFF_TASK ?? (await made());
});
afterAll(async () => {
  await browser.close();
  report.print();
});

async function made(): Promise<string> {
  const id = await asked({
    prompt: 'Change them all',
    repo: { upload: await sent(largeFiles()) },
    model: 'scripted/diffing',
  });
  await ended(id);
  return id;
}

test('from navigation until a key goes to a change', async () => {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const { page, close } = await visit(browser);
    await page.goto(`/tasks/${task}?view=changes`, { waitUntil: 'commit' });
    times.push(await usable(page));
    await close();
  }
  const sorted = times.sort((a, b) => a - b).map(Math.round);
  const range = `${sorted[0]} to ${sorted.at(-1)}`;
  const median = sorted[Math.floor(TIMES / 2)] ?? Number.NaN;
  report.row('from navigation until a key goes to a change', median, THERE_MS, 'ms', range);
});

test('all about in it', async () => {
  const { page, close } = await visit(browser);
  await page.goto(`/tasks/${task}?view=changes`);
  await page.locator('article button').first().waitFor();
  expect(await page.locator('article').count()).toBe(47);
  const atFirst = await heap(page);
  const wheel = await frames(page, () => scrolled(page, 250, 400));
  report.row('frame, p95, scrolling by the wheel', wheel.p95, SMOOTH_MS, 'ms', said(wheel));
  const keys = await frames(page, () => pressed(page, 'j', 20));
  report.row('frame, p95, from file to file by keys', keys.p95, undefined, 'ms', said(keys));

  const huge = await opened(page, 'made/tariffs.csv');
  report.row('until a file of 60,000 lines is open', huge, OPEN_MS, 'ms');
  const within = await frames(page, () => scrolled(page, 100, 2_000));
  report.row('frame, p95, within it', within.p95, SMOOTH_MS, 'ms', said(within));

  await page.getByRole('button', { name: 'How it is shown' }).click();
  const from = Date.now();
  await page.getByRole('menuitem', { name: 'Unfold all files' }).click();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  report.row('until all files are unfolded', Date.now() - from, OPEN_MS, 'ms');
  await page.keyboard.press('Escape');
  const open = await frames(page, () => scrolled(page, 200, -3_000));
  report.row('frame, p95, scrolling with all unfolded', open.p95, SMOOTH_MS, 'ms', said(open));
  const after = await heap(page);
  report.row('heap', Math.max(atFirst, after), MOST_HEAP_MB, 'MB', `${atFirst} at first`);
  report.row('changed lines', CHANGED_LINES, undefined, 'lines');
  await close();
});

/** Files are drawn, and `n` goes to the first change that is not folded, and marks it. */
function usable(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (;;) {
      await frame();
      if (!document.querySelector('article button')) continue;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
      await frame();
      if (document.querySelector('[data-cursor=true]')) return performance.now();
    }
  });
}

/** A link to a folded file leads into it. */
function opened(page: Page, path: string): Promise<number> {
  return page.evaluate(async path => {
    const from = performance.now();
    location.hash = `#file-${path}`;
    while (!document.querySelector(`article[aria-label="${path}"] [data-row]`)) {
      await new Promise(requestAnimationFrame);
    }
    return Math.round(performance.now() - from);
  }, path);
}

async function scrolled(page: Page, times: number, by: number): Promise<void> {
  await page.mouse.move(900, 600);
  for (let i = 0; i < times; i++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(30);
  }
}

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
}

const said = ({ p50, longest, count }: Frames) =>
  `median ${p50}, longest ${longest}, ${count} frames`;
