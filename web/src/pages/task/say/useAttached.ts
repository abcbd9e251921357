import { useCallback, useRef, useState } from 'react';
import { upload } from '~/api/commands';
import { thumbnail } from './thumbnail';

/** A file on its way to the task, or there. */
export interface Attached {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** From 0 to 1, how much of it was sent. */
  readonly part: number;
  /** What the server calls it, once it has all of it. */
  readonly upload?: string;
  /** Why it could not be sent. */
  readonly problem?: string;
  /** A small form of a picture, as an address. */
  readonly picture?: string;
}

export interface Attaching {
  readonly files: readonly Attached[];
  /** All of them are there. */
  readonly isReady: boolean;
  readonly uploads: readonly string[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: number) => void;
  readonly clear: () => void;
}

/** Files are sent as soon as they are chosen, so that the message itself goes at once. */
export function useAttached(): Attaching {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const last = useRef(0);

  const add = useCallback((chosen: readonly File[]) => {
    for (const file of chosen) {
      const key = ++last.current;
      const stop = new AbortController();
      stops.current.set(key, stop);
      const change = (part: Partial<Attached>) =>
        setFiles(all => all.map(it => (it.key === key ? { ...it, ...part } : it)));
      setFiles(all => [...all, { key, name: file.name, bytes: file.size, part: 0 }]);
      void thumbnail(file).then(picture => picture && change({ picture }));
      upload(file, file.name, part => change({ part }), stop.signal).then(
        id => change({ upload: id, part: 1 }),
        error => change({ problem: error instanceof Error ? error.message : String(error) }),
      );
    }
  }, []);
  const remove = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setFiles(all => all.filter(it => it.key !== key));
  }, []);
  const clear = useCallback(() => setFiles([]), []);

  return {
    files,
    isReady: files.every(it => it.upload),
    // The same file twice has one name.
    uploads: [...new Set(files.flatMap(it => it.upload ?? []))],
    add,
    remove,
    clear,
  };
}
