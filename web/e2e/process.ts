// The real server as a process, and a home that nobody used before.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface Running {
  readonly url: string;
  readonly token: string;
  /** Sends it a signal, and waits until it is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

export function freshHome() {
  const folder = mkdtempSync('/var/tmp/drydock-journeys-');
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, home: join(folder, 'home'), remove };
}

interface Settings {
  readonly home: string;
  /** A folder of recordings. */
  readonly scripts: string;
  /** Absent: any that is free. */
  readonly port?: string;
}

/** Comes back when it is up. */
export async function start({ home, scripts, port = '0' }: Settings): Promise<Running> {
  const server = spawn(join(root, 'drydock'), ['up'], {
    env: { ...process.env, DRYDOCK_HOME: home, DRYDOCK_PORT: port, DRYDOCK_SCRIPTS: scripts },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));
  let url: string | undefined;
  for await (const line of createInterface({ input: server.stdout })) {
    url = /Drydock is up at (\S+)/.exec(line)?.[1];
    if (url) break;
  }
  if (!url) throw new Error('the server ended before it was up');
  server.stdout.resume();
  return {
    url,
    token: readFileSync(join(home, 'token'), 'utf8').trim(),
    end: async signal => {
      server.kill(signal);
      await ended;
    },
  };
}
