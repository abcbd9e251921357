import { useEffect, useRef } from 'react';
import { isWriting } from '~/app/useGlobalKeys';

export interface RowKeys {
  readonly move: (by: number) => void;
  readonly fold: () => void;
  readonly whole: () => void;
  readonly first: () => void;
  readonly last: () => void;
}

const TWICE_MS = 900;

/** j and k between rows, Enter folds, o shows all that was printed, g g and G go to the ends. */
export function useKeys(keys: RowKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let sinceG = 0;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(target)) return;
      const { move, fold, whole, first, last } = latest.current;
      const afterG = Date.now() - sinceG < TWICE_MS;
      // Alone it may be the beginning of a way to another page.
      sinceG = key === 'g' && !afterG ? Date.now() : 0;
      if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else if (key === 'o') whole();
      else if (key === 'g' && afterG) first();
      else if (key === 'G') last();
      // On a button or a link of the row it is theirs.
      else if (key === 'Enter' && target instanceof HTMLLIElement) fold();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
