// Tasks made through the API, for journeys to look at.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { inject } from 'vitest';

export const SAMPLE = join(import.meta.dirname, '../../examples/template');

/** The sample project as an archive; with other files too. */
export function sampleZip(more: Record<string, string> = {}): Uint8Array {
  const tree: Record<string, Uint8Array> = { 'README.md': strToU8('') };
  for (const path of readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })) {
    const file = join(SAMPLE, path);
    if (statSync(file).isFile()) tree[path] = readFileSync(file);
  }
  for (const [path, text] of Object.entries(more)) tree[path] = strToU8(text);
  return zipSync(tree);
}

/** The same, sent. */
export async function sent(more: Record<string, string> = {}): Promise<string> {
  const body = sampleZip(more) as BodyInit;
  const response = await call('POST', '/api/uploads?name=harbour.zip', body);
  return ((await response.json()) as { upload: string }).upload;
}

export async function asked(task: object): Promise<string> {
  const response = await post('/api/tasks', task);
  return ((await response.json()) as { id: string }).id;
}

export async function ended(id: string): Promise<void> {
  for (;;) {
    const shown = (await (await call('GET', `/api/tasks/${id}?wait=30`)).json()) as {
      endedAt?: string;
    };
    if (shown.endedAt) return;
  }
}

/** A link to it, with its logs: the path, and the id by which it is revoked. */
export async function shared(id: string): Promise<{ readonly path: string; readonly id: string }> {
  const response = await post(`/api/tasks/${id}/shares`, { include: ['logs'] });
  const made = (await response.json()) as { id: string; url: string };
  return { path: new URL(made.url).pathname, id: made.id };
}

export function post(path: string, body: object): Promise<Response> {
  return call('POST', path, JSON.stringify(body), 'application/json');
}

export async function call(
  method: string,
  path: string,
  body?: BodyInit,
  type = 'application/zip',
): Promise<Response> {
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
