// A server of its own for the journeys: the real one, with a throw-away home, on any free port.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly url: string;
    readonly token: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** With DRYDOCK_E2E_URL and DRYDOCK_E2E_TOKEN the journeys go to a server that is there already. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DRYDOCK_E2E_URL: url, DRYDOCK_E2E_TOKEN: token } = process.env;
  if (url && token) {
    project.provide('url', url);
    project.provide('token', token);
    return async () => {};
  }
  const folder = mkdtempSync('/var/tmp/drydock-journeys-');
  chmodSync(folder, 0o711);
  const home = join(folder, 'home');
  const server = spawn(join(root, 'drydock'), ['up'], {
    env: { ...process.env, DRYDOCK_HOME: home, DRYDOCK_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));
  let up = false;
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /Drydock is up at (\S+)/.exec(line)?.[1];
    if (!address) continue;
    up = true;
    project.provide('url', address);
    break;
  }
  if (!up) throw new Error('the server ended before it was up');
  server.stdout.resume();
  project.provide('token', readFileSync(join(home, 'token'), 'utf8').trim());
  return async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
