import { useCallback, useState } from 'react';
import type { Row } from './story/rows';

/** What is unfolded without anybody's doing: what goes on, what was changed, and what failed. */
export function opensByItself(row: Row): boolean {
  switch (row.kind) {
    case 'tool':
      if (row.tool === 'edit') return row.status === 'completed';
      return row.status === 'running' || (row.tool === 'execute' && row.status === 'failed');
    case 'phase':
      return row.ends === 'failed' || (row.ends === 'open' && row.phase !== 'run');
    case 'plan':
      return !row.old;
    default:
      return false;
  }
}

export interface Folds {
  readonly isOpen: (row: Row) => boolean;
  readonly isWhole: (row: Row) => boolean;
  readonly setOpen: (id: number, open: boolean) => void;
  readonly setWhole: (id: number, whole: boolean) => void;
}

/** What somebody unfolded or folded, which then stays so. */
export function useFolds(): Folds {
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [wholes, setWholes] = useState<ReadonlySet<number>>(new Set());
  const setOpen = useCallback(
    (id: number, open: boolean) => setOpened(known => new Map(known).set(id, open)),
    [],
  );
  const setWhole = useCallback(
    (id: number, whole: boolean) =>
      setWholes(known => {
        const next = new Set(known);
        if (whole) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  return {
    isOpen: row => opened.get(row.id) ?? opensByItself(row),
    isWhole: row => wholes.has(row.id),
    setOpen,
    setWhole,
  };
}
