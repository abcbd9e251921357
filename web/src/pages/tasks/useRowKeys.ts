import { type RefObject, useEffect } from 'react';
import { isWriting } from '~/app/useGlobalKeys';

interface Doings {
  readonly select: (id: string, through: boolean) => void;
  readonly shelve: (id: string) => void;
  readonly clear: () => void;
  readonly search: () => void;
}

/** j and k walk the rows, x selects, e archives, / searches, Escape lets go; Enter opens, as links do. */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  { select, shelve, clear, search }: Doings,
) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('a[data-task]') ?? [])];
      const at = rows.findIndex(row => row.closest('li')?.contains(document.activeElement));
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (step && rows.length) {
        event.preventDefault();
        rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
      } else if (event.key.toLowerCase() === 'x') {
        const id = rows[at]?.dataset.task;
        if (id) select(id, event.shiftKey);
      } else if (event.key.toLowerCase() === 'e') shelve(rows[at]?.dataset.task ?? '');
      else if (event.key === 'Escape') clear();
      else if (event.key === '/') {
        event.preventDefault();
        search();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, select, shelve, clear, search]);
}
