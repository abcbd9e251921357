import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Refused } from '~/api/refused';
import type { FileDiff } from '../patch/patch';
import { widened } from '../rows/widened';
import type { Widen } from './context';

/**
 * The files with the hidden lines that somebody asked for; forgotten when the diff is another.
 *
 * @param blob before a path: where a file is read as it is now; absent where nobody may
 */
export function useWidened(files: readonly FileDiff[], blob: string | undefined) {
  const client = useQueryClient();
  const [wide, setWide] = useState<ReadonlyMap<FileDiff, FileDiff>>(new Map());
  const shown = useMemo(() => files.map(file => wide.get(file) ?? file), [files, wide]);
  const widen = useCallback<Widen>(
    async (path, lines) => {
      const file = files.find(it => it.path === path);
      if (!file || !blob) return false;
      const address = blob + encodeURIComponent(path);
      const text = await client
        .fetchQuery({
          queryKey: ['blob', address, file.fingerprint],
          queryFn: ({ signal }) => read(address, signal),
          staleTime: Number.POSITIVE_INFINITY,
        })
        .catch(() => undefined);
      if (text === undefined || !widened(file, text, lines)) return false;
      flushSync(() =>
        setWide(before => {
          const next = widened(before.get(file) ?? file, text, lines);
          const others = [...before].filter(([it]) => files.includes(it));
          return next ? new Map(others).set(file, next) : before;
        }),
      );
      return true;
    },
    [client, files, blob],
  );
  return { files: shown, widen: blob === undefined ? undefined : widen };
}

async function read(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) {
    throw Refused.of(response.status, await response.json().catch(() => undefined));
  }
  // As the patch was read: a mark at the beginning belongs to the first line.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}
