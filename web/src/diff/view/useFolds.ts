import { useCallback, useState } from 'react';
import type { FileDiff } from '../patch/patch';

/** Which files somebody folded or unfolded; the others are as their kind is. */
export function useFolds() {
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const setFolded = useCallback((path: string, folded: boolean | undefined) => {
    setFolds(before => {
      const next = new Map(before);
      if (folded === undefined) next.delete(path);
      else next.set(path, folded);
      return next;
    });
  }, []);
  const foldAll = useCallback((files: readonly FileDiff[], folded: boolean) => {
    setFolds(new Map(files.map(({ path }) => [path, folded])));
  }, []);
  return { folds, setFolded, foldAll };
}
