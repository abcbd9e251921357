// An agent whose every word, name and file would take over the page that shows it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axe } from './axe';
import { DESKTOP, launch, PHONE, visit } from './browser';
import { asked, call, ended, sent, shared } from './tasks';

let browser: Browser;
let task: string;
let link: string;
beforeAll(async () => {
  browser = await launch();
  task = await asked({
    prompt:
      '<img src=x onerror="document.title=`taken`"> \u202eknab <script>document.title=1</script>',
    repo: { upload: await sent({ '<b>.py': '', 'README.md': '<script>1</script>' }) },
    model: 'scripted/hostile',
    check: 'echo "<script>document.title=1</script>"; exit 1',
  });
  await ended(task);
  expect((await files(task)).length).toBe(12);
  link = (await shared(task)).path;
});
afterAll(() => browser.close());

async function files(id: string): Promise<readonly unknown[]> {
  const shown = await (await call('GET', `/api/tasks/${id}/diff.json`)).json();
  return (shown as { files: readonly unknown[] }).files;
}

/** Where the page would go, beyond its server, and what it would ask the person. */
function watched(page: Page): string[] {
  const taken: string[] = [];
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== inject('url')) taken.push(request.url());
  });
  page.on('dialog', dialog => {
    taken.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('popup', popup => taken.push(popup.url()));
  return taken;
}

const VIEWS = ['timeline', 'changes', 'result', 'logs'].map(
  view => [view, '/tasks/', view] as const,
);

test.each([...VIEWS, ['shared', '', ''] as const])(
  'nothing of it is obeyed: %s',
  async (_, at, view) => {
    for (const size of [DESKTOP, PHONE]) {
      const { page, complaints, close } = await visit(browser, { size });
      const taken = watched(page);
      await page.goto(at ? `${at}${task}?view=${view}` : link);
      await page.getByRole('heading', { name: /onerror/ }).waitFor();
      await unfolded(page);
      expect(await page.title()).not.toMatch(/^taken$|^1$/);
      expect(await ways(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(taken).toEqual([]);
      await close();
    }
  },
);

/** Opens what is folded, from the top to the end. */
async function unfolded(page: Page): Promise<void> {
  for (let times = 0; times < 12; times++) {
    const folded = page.locator('main [aria-expanded="false"]:visible');
    if ((await folded.count()) === 0) return;
    await folded.first().click();
  }
}

/** Addresses that are none of the web, elements that would run, and what is loaded from elsewhere. */
function ways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        it =>
          [...it.attributes].some(({ name }) => /^on/i.test(name)) ||
          (it instanceof HTMLAnchorElement && !/^(https?|blob):/.test(it.href || 'http:')) ||
          (it instanceof HTMLAnchorElement &&
            it.href.includes('attacker') &&
            it.rel !== 'noopener noreferrer') ||
          (it instanceof HTMLImageElement && it.src.includes('attacker')) ||
          /^(iframe|object|embed|base)$/i.test(it.tagName),
      )
      .map(it => it.outerHTML.slice(0, 200)),
  );
}

/** By how much the page is wider than its window. */
function wider(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}
