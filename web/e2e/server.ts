// A server of its own for the journeys: the real one, with a throw-away home, on any free port.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freshHome, start } from './process';

declare module 'vitest' {
  interface ProvidedContext {
    readonly url: string;
    readonly token: string;
  }
}

/** With DRYDOCK_E2E_URL and DRYDOCK_E2E_TOKEN the journeys go to a server that is there already. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DRYDOCK_E2E_URL: url, DRYDOCK_E2E_TOKEN: token } = process.env;
  if (url && token) {
    project.provide('url', url);
    project.provide('token', token);
    return async () => {};
  }
  const { folder, home, remove } = freshHome();
  const server = await start({ home, scripts: process.env.DRYDOCK_SCRIPTS ?? scripts(folder) });
  project.provide('url', server.url);
  project.provide('token', server.token);
  return async () => {
    await server.end('SIGTERM');
    remove();
  };
}

/** What scripted models play: the examples', and the journeys' own. */
export function scripts(folder: string): string {
  const there = join(folder, 'scripts');
  mkdirSync(there);
  cpSync(join(import.meta.dirname, '../../examples/scripts'), there, { recursive: true });
  cpSync(join(import.meta.dirname, 'recordings'), there, { recursive: true });
  return there;
}
