import { useCallback, useRef } from 'react';
import { upload } from '~/api/commands';
import { toast, toastError } from '~/app/toasts';
import { archiveOf, type Placed } from '~/drop/folder';
import { useWords } from '~/words/Words';
import type { Change } from './useDraft';

/** Sends what was dropped or chosen and puts it into the draft; a newer one stops an older. */
export function useSending(change: Change) {
  const { start } = useWords();
  const latest = useRef<AbortController>(undefined);
  return useCallback(
    async (reading: Promise<readonly Placed[]> | readonly Placed[]) => {
      latest.current?.abort();
      const own = new AbortController();
      latest.current = own;
      const tell = (name: string, part: number) => {
        if (!own.signal.aborted) change({ source: { kind: 'sending', name, part } });
      };
      try {
        tell(start.packing, 0);
        const files = await reading;
        if (!files.length) {
          change({ source: { kind: 'none' } });
          return toast({ tone: 'bad', text: start.emptyFolder });
        }
        const { blob, name } = await archiveOf(files);
        const id = await upload(blob, name, part => tell(name, part), own.signal);
        if (!own.signal.aborted) change({ source: { kind: 'upload', upload: id, name } });
      } catch (error) {
        if (own.signal.aborted) return;
        change({ source: { kind: 'none' } });
        toastError(error);
      }
    },
    [change, start],
  );
}
