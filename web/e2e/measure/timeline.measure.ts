// A task of a hundred thousand events, which a real agent made in a real sandbox: how soon is its end
// read; is its page smooth while it follows, and when one scrolls about in all of it; how much does it
// hold? Frames of a page at rest are told too: with others at work on the machine, theirs are lost too.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, visit } from '../browser';
import { type Frames, frames, heap } from './frames';
import { Report } from './report';

const END_MS = 1_000;
const SMOOTH_MS = 33;
const MOST_HEAP_MB = 300;
const SAMPLE = join(import.meta.dirname, '../../../examples/template');

let browser: Browser;
let task: string;
const report = new Report(
  'The page of a long task',
  'a task of 100,000 events in headless Chromium without a graphics card',
);
beforeAll(async () => {
  browser = await launch();
  // With TASK one that is there already is looked at.
  task = process.env.TASK ?? (await asked());
});
afterAll(async () => {
  await browser.close();
  report.print();
});

test('while the agent works and the page follows it', async ({ skip }) => {
  if (await isEnded()) skip();
  const { page, close } = await visit(browser);
  // The agent and the browser share the machine: what a page loses that does nothing is the floor.
  await page.goto('/settings');
  const rest = await frames(page, () => page.waitForTimeout(10_000));
  const still = 'frame, p95, of a page at rest meanwhile';
  await page.goto(`/tasks/${task}?view=timeline`);
  await page.locator('[data-kind="tool"]').first().waitFor({ timeout: 120_000 });
  const following = await frames(page, () => page.waitForTimeout(20_000));
  report.row('frame, p95, while it follows', following.p95, SMOOTH_MS, 'ms', said(following));
  report.row(still, rest.p95, undefined, 'ms', said(rest));
  await expect.poll(() => leftOf(page), { timeout: 5_000 }).toBeLessThan(80);
  await close();
});

test('when all of it is there', async () => {
  while (!(await isEnded())) await fetch(`${inject('url')}/api/tasks/${task}?wait=60`, auth());
  const { page, close } = await visit(browser);
  await page.goto('/settings');
  const rest = await frames(page, () => page.waitForTimeout(4_000));
  const start = Date.now();
  await page.goto(`/tasks/${task}?view=timeline`);
  await page.locator('[data-kind="ended"]').first().waitFor();
  const end = Date.now() - start;
  const reading = await frames(page, () => wholeOf(page));
  const whole = Date.now() - start;
  const held = await heap(page);
  const size = await page.locator('li[aria-setsize]').first().getAttribute('aria-setsize');
  const wheel = await frames(page, () => scrolled(page, 200, 400));
  const flight = await frames(page, () => scrolled(page, 60, 40_000));
  const keys = await frames(page, () => walked(page));
  const after = await heap(page);
  await close();
  report.row('from navigation until its end is read', end, END_MS, 'ms');
  report.row('until all of it is there', whole, undefined, 'ms', `${size} rows`);
  report.row(
    'frame, p95, while the beginning is read',
    reading.p95,
    undefined,
    'ms',
    said(reading),
  );
  report.row('frame, p95, scrolling by the wheel', wheel.p95, SMOOTH_MS, 'ms', said(wheel));
  report.row('frame, p95, from row to row by keys', keys.p95, SMOOTH_MS, 'ms', said(keys));
  report.row('frame, p95, 1,000 rows at a jump', flight.p95, undefined, 'ms', said(flight));
  report.row('heap', Math.max(held, after), MOST_HEAP_MB, 'MB');
  report.row('frame, p95, of a page at rest', rest.p95, undefined, 'ms', said(rest));
});

const said = ({ p50, longest, count }: Frames) =>
  `median ${p50}, longest ${longest}, ${count} frames`;

function leftOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollHeight - main.clientHeight - main.scrollTop : -1;
  });
}

/** Until nothing is missing. */
async function wholeOf(page: Page): Promise<void> {
  await page.getByText('Reading what came before').waitFor({ state: 'detached', timeout: 60_000 });
}

async function scrolled(page: Page, times: number, by: number): Promise<void> {
  await page.mouse.move(800, 500);
  for (let i = 0; i < times; i++) {
    await page.mouse.wheel(0, i % 10 === 9 ? -by : by);
    await page.waitForTimeout(30);
  }
}

async function walked(page: Page): Promise<void> {
  await page.keyboard.press('G');
  await page.waitForTimeout(300);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('k');
    await page.waitForTimeout(40);
  }
}

function auth(): RequestInit {
  return { headers: { Authorization: `Bearer ${inject('token')}` } };
}

async function isEnded(): Promise<boolean> {
  const response = await fetch(`${inject('url')}/api/tasks/${task}`, auth());
  return ((await response.json()) as { endedAt?: string }).endedAt !== undefined;
}

async function asked(): Promise<string> {
  const tree = Object.fromEntries(
    readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
      .filter(path => statSync(join(SAMPLE, path)).isFile())
      .map(path => [path, new Uint8Array(readFileSync(join(SAMPLE, path)))]),
  );
  const sent = await fetch(`${inject('url')}/api/uploads?name=sample.zip`, {
    ...auth(),
    method: 'POST',
    body: zipSync(tree) as BodyInit,
  });
  const { upload } = (await sent.json()) as { upload: string };
  const response = await fetch(`${inject('url')}/api/tasks`, {
    method: 'POST',
    headers: { ...auth().headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      prompt: 'Read everything, step by step',
      repo: { upload },
      model: 'scripted/measure',
      attempts: 2,
    }),
  });
  return ((await response.json()) as { id: string }).id;
}
