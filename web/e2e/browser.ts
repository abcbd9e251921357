// Debian's Chromium, driven by playwright-core; each visit is a browser that nobody used before.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PROGRAMS.find(existsSync);
  if (!executablePath) throw new Error('no Chromium: install the package chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

export interface Looks {
  readonly scheme?: 'light' | 'dark';
  readonly language?: 'en' | 'zh';
  readonly size?: { readonly width: number; readonly height: number };
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface Visit {
  readonly page: Page;
  /** What the browser complained of: errors, and what the policy refused. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** A page of the server, logged in if there is a token. */
export async function visit(
  browser: Browser,
  looks: Looks = {},
  server: { readonly url: string; readonly token?: string } = {
    url: inject('url'),
    token: inject('token'),
  },
): Promise<Visit> {
  const { scheme = 'light', language = 'en', size = DESKTOP } = looks;
  const options: BrowserContextOptions = {
    baseURL: server.url,
    viewport: size,
    colorScheme: scheme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    ...(size.width < 500 ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  };
  const context = await browser.newContext(options);
  if (server.token) {
    const login = await context.request.post('/api/login', {
      data: { token: server.token },
      headers: { Origin: new URL(server.url).origin },
    });
    if (!login.ok()) throw new Error(`login: ${login.status()} ${await login.text()}`);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}
