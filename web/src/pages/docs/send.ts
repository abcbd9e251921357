import type { Prepared } from './request';

/** What came back, as far as it can be shown. */
export interface Came {
  readonly status: number;
  readonly reason: string;
  readonly type: string;
  readonly bytes: number;
  readonly tookMs: number;
  /** Nothing, if it is no text. */
  readonly text: string | undefined;
}

/** More of an answer than this is not shown. */
export const MOST_CHARACTERS = 100_000;

const TEXT = /^text\/|json|yaml|xml|^$/;

/** Sends a request with the browser's session and reads all of the answer. */
export async function send(request: Prepared, file: File | undefined, signal: AbortSignal) {
  const { method, url, headers, body } = request;
  const began = performance.now();
  const response = await fetch(url, {
    method: method.toUpperCase(),
    headers,
    signal,
    ...(file ? { body: file } : body === undefined ? {} : { body }),
  });
  const bytes = await response.arrayBuffer();
  const type = response.headers.get('Content-Type') ?? '';
  const came: Came = {
    status: response.status,
    reason: response.statusText,
    type,
    bytes: bytes.byteLength,
    tookMs: performance.now() - began,
    text: TEXT.test(type) ? shown(new TextDecoder().decode(bytes), type) : undefined,
  };
  return came;
}

function shown(text: string, type: string): string {
  if (!type.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
