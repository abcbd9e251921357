// A task's events, asked for: in pages those that are there already, as a stream those to come.
import type { TaskEvent } from '~/api/client';
import { Refused } from '~/api/refused';

const PAGE = 1_000;

/** The newest events. */
export function newest(taskId: string, signal: AbortSignal): Promise<readonly TaskEvent[]> {
  return page(taskId, `before=${Number.MAX_SAFE_INTEGER}`, signal);
}

export function pageAfter(
  taskId: string,
  after: number,
  signal: AbortSignal,
): Promise<readonly TaskEvent[]> {
  return page(taskId, `after=${after}`, signal);
}

async function page(taskId: string, where: string, signal: AbortSignal) {
  const address = `/api/tasks/${taskId}/events?${where}&limit=${PAGE}`;
  const response = await asked(address, 'application/json', signal);
  return ((await response.json()) as { events: readonly TaskEvent[] }).events;
}

/** The stream; nothing if the task has ended and all is read. */
export async function streamAfter(
  taskId: string,
  after: number,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
  const address = `/api/tasks/${taskId}/events?after=${after}`;
  const response = await asked(address, 'text/event-stream', signal);
  return response.status === 204 ? undefined : (response.body ?? undefined);
}

async function asked(address: string, Accept: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { headers: { Accept }, signal });
  if (response.ok) return response;
  throw Refused.of(response.status, await response.json().catch(() => undefined));
}
