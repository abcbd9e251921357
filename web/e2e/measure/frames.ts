// How smooth a page is, and how much it holds.
import type { Page } from 'playwright-core';

export interface Frames {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** Times between frames, in milliseconds, while `act` goes on. */
export async function frames(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    const next = (now: number) => {
      times.push(now - last);
      last = now;
      if (Object.hasOwn(window, 'frameTimes')) requestAnimationFrame(next);
    };
    Object.assign(window, { frameTimes: times });
    requestAnimationFrame(now => {
      last = now;
      requestAnimationFrame(next);
    });
  });
  await act();
  const times = await page.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] };
    Reflect.deleteProperty(window, 'frameTimes');
    return frameTimes;
  });
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) =>
    Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), longest: at(0.9999) };
}

/** Megabytes that are reachable, after the garbage is gone. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return Math.round(usedSize / 1e6);
}
