import { Refused } from '~/api/refused';
import { type Tail, tail } from './tail';

const MOST_SHOWN = 400_000;

/** The end of a text of the server. */
export async function readTail(address: string, signal: AbortSignal): Promise<Tail> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) {
    throw Refused.of(response.status, await response.json().catch(() => undefined));
  }
  return tail(piecesOf(response.body), MOST_SHOWN);
}

async function* piecesOf(bytes: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
