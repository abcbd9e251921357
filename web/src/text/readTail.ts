import { Refused } from '~/api/refused';
import { type Tail, tail } from './tail';

const MOST_SHOWN = 400_000;
/** More than that is not even sent. */
const MOST_BYTES = 1_000_000;

/** The end of a text of the server. */
export async function readTail(address: string, signal: AbortSignal): Promise<Tail> {
  const response = await fetch(address, { signal, headers: { Range: `bytes=-${MOST_BYTES}` } });
  if (!response.ok || !response.body) {
    throw Refused.of(response.status, await response.json().catch(() => undefined));
  }
  const isPart = /^bytes [1-9]/.test(response.headers.get('Content-Range') ?? '');
  return tail(piecesOf(response.body), MOST_SHOWN, isPart);
}

async function* piecesOf(bytes: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
