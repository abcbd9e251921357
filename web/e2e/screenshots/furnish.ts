// Tasks to look at, made by the real server: one that succeeds, one that fails.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { inject } from 'vitest';

export interface Furniture {
  readonly done: string;
  readonly failed: string;
}

const SAMPLE = join(import.meta.dirname, '../../../examples/template');

const TOKENS = [
  ['ann@example.org', 'admin', undefined],
  ['ci', 'write', 'P30D'],
  ['dashboards', 'read', 'P365D'],
] as const;

export async function furnish(): Promise<Furniture> {
  const upload = await sent(SAMPLE);
  const done = await asked({
    prompt:
      'One of the tests fails. Find out why, mend the code and not the test, and say what was wrong.',
    repo: { upload },
    model: 'scripted/template',
    check: 'python3 -m unittest',
  });
  await asked({
    prompt: 'How does a stay at a berth get its price? Name the files.',
    repo: { upload },
    mode: 'ask',
    model: 'scripted/template-ask',
  });
  const failed = await asked({
    prompt: 'Bring the dependencies up to date and mend what breaks',
    repo: { upload },
    model: 'scripted/template',
    environment: {
      setup: 'echo "resolving packages"; echo "error: no such package: tide-tables==9" >&2; exit 1',
    },
  });
  await tokens();
  await Promise.all([done, failed].map(ended));
  return { done, failed };
}

/** A server that was there before may have them. */
async function tokens(): Promise<void> {
  const { tokens } = (await (await call('GET', '/api/tokens')).json()) as {
    tokens: { name: string }[];
  };
  const there = new Set(tokens.map(({ name }) => name));
  for (const [name, scope, expiresIn] of TOKENS.filter(([name]) => !there.has(name))) {
    await call(
      'POST',
      '/api/tokens',
      JSON.stringify({ name, scope, expiresIn }),
      'application/json',
    );
  }
}

async function sent(folder: string): Promise<string> {
  const tree: Record<string, Uint8Array> = { 'README.md': strToU8('') };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    if (statSync(file).isFile()) tree[path] = readFileSync(file);
  }
  const response = await call('POST', '/api/uploads?name=harbour.zip', zipSync(tree) as BodyInit);
  return ((await response.json()) as { upload: string }).upload;
}

async function asked(task: object): Promise<string> {
  const response = await call('POST', '/api/tasks', JSON.stringify(task), 'application/json');
  return ((await response.json()) as { id: string }).id;
}

async function ended(id: string): Promise<void> {
  for (;;) {
    const shown = (await (await call('GET', `/api/tasks/${id}?wait=30`)).json()) as {
      endedAt?: string;
    };
    if (shown.endedAt) return;
  }
}

async function call(method: string, path: string, body?: BodyInit, type = 'application/zip') {
  const response = await fetch(inject('url') + path, {
    method,
    ...(body ? { body } : {}),
    headers: {
      Authorization: `Bearer ${inject('token')}`,
      ...(body ? { 'Content-Type': type } : {}),
    },
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}
