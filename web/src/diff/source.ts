// Where a diff is read from, and how.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Refused } from '~/api/refused';
import { fingerprint } from './patch/fingerprint';
import { type FileDiff, parsePatch } from './patch/patch';
import { inTreeOrder } from './tree/tree';

/** Where a diff comes from: a task of this server, or a link without an account. */
export type DiffSource =
  | { readonly kind: 'task'; readonly taskId: string; readonly attempt: number }
  | { readonly kind: 'share'; readonly token: string };

export interface Changes {
  readonly files: readonly FileDiff[];
  /** The patch goes on, and is not read to its end: its first `cut` bytes are here. */
  readonly cut?: number;
}

/** More would fill the memory of a phone; whoever wants it all downloads it. */
const MOST_BYTES = 48_000_000;

export function patchAddress(source: DiffSource): string {
  return source.kind === 'task'
    ? `/api/tasks/${source.taskId}/diff.patch?attempt=${source.attempt}`
    : `/s/${source.token}/diff.patch`;
}

/** Before the path of a file, to read it as it is now; a link shows no more than the patch. */
export function blobAddress(source: DiffSource): string | undefined {
  return source.kind === 'task'
    ? `/api/tasks/${source.taskId}/blob?attempt=${source.attempt}&side=new&path=`
    : undefined;
}

/** Under which name this browser keeps what was reviewed; a link's token is not written down. */
export function scopeOf(source: DiffSource): string {
  return source.kind === 'task'
    ? `${source.taskId}.${source.attempt}`
    : `s.${fingerprint(source.token)}`;
}

export function changesQuery(source: DiffSource, version: string) {
  const address = patchAddress(source);
  return queryOptions({
    queryKey: ['changes', address, version],
    queryFn: async ({ signal }): Promise<Changes> => {
      const response = await fetch(address, { signal });
      if (!response.ok) {
        throw Refused.of(response.status, await response.json().catch(() => undefined));
      }
      const { text, whole } = await readText(response, MOST_BYTES);
      const files = inTreeOrder(parsePatch(text));
      return whole ? { files } : { files: files.slice(0, -1), cut: MOST_BYTES };
    },
    staleTime: Number.POSITIVE_INFINITY,
    // An earlier turn's is looked at until the next one's is there.
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

async function readText(response: Response, most: number) {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    text += decoder.decode(piece, { stream: true });
    if (bytes > most) return { text, whole: false };
  }
  return { text: text + decoder.decode(), whole: true };
}
