// Word of changes to the list of tasks: one connection, which goes on by itself where it broke off.
import { tellChangesCome } from '~/api/changes';
import { isRefused, Refused } from '~/api/refused';
import { NOTHING, read } from './lines';

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 30_000;
/** The server writes at least a comment every 15 s: silence for longer is a dead connection. */
const SILENCE_MS = 40_000;

/** Calls `changed` for each word that comes, the first one at once. Answers how to stop it. */
export function listenForChanges(changed: () => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const connect = async () => {
    try {
      await follow(stop.signal, () => {
        failures = 0;
        tellChangesCome(true);
        changed();
      });
    } catch (error) {
      if (isRefused(error, 401) || isRefused(error, 404)) return;
    } finally {
      tellChangesCome(false);
    }
    if (stop.signal.aborted) return;
    timer = setTimeout(connect, Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++));
  };
  void connect();
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

async function follow(stop: AbortSignal, changed: () => void): Promise<void> {
  const silent = new AbortController();
  const response = await fetch('/api/task-changes', {
    headers: { Accept: 'text/event-stream' },
    signal: AbortSignal.any([stop, silent.signal]),
  });
  if (!response.ok || !response.body) {
    throw Refused.of(response.status, await response.json().catch(() => undefined));
  }
  let rest = NOTHING;
  let silence = setTimeout(() => silent.abort(), SILENCE_MS);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(() => silent.abort(), SILENCE_MS);
      const found = read(rest, value);
      rest = found.rest;
      if (found.messages.some(message => message.event === 'changed')) changed();
    }
  } finally {
    clearTimeout(silence);
    void reader.cancel().catch(() => {});
  }
}
