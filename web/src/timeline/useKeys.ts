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
    let sinceG = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(target)) return;
      const { move, fold, whole, first, last } = latest.current;
      // When it was pressed, however late the page gets to it.
      const afterG = event.timeStamp - sinceG < TWICE_MS;
      // Alone it may be the beginning of a way to another page.
      sinceG = key === 'g' && !afterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else if (key === 'o') whole();
      else if (key === 'g' && afterG) first();
      else if (key === 'G') last();
      // On a button or a link of the row it is theirs. A row that is far away gets the focus late.
      else if (key === 'Enter' && isRow(target)) fold();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isRow(target: EventTarget | null): boolean {
  return target instanceof HTMLLIElement || target === document.body;
}
