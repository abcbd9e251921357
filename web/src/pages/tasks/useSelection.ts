import { useCallback, useMemo, useState } from 'react';
import type { Task } from '~/api/client';

export interface Selection {
  readonly has: (id: string) => boolean;
  /** With `through`, all between the last one and this. */
  readonly toggle: (id: string, through?: boolean) => void;
  readonly all: () => void;
  readonly clear: () => void;
  /** In the order of the list; what is not in it any more is not selected either. */
  readonly tasks: readonly Task[];
}

export function useSelection(list: readonly Task[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  const tasks = useMemo(() => list.filter(task => ids.has(task.id)), [list, ids]);
  const toggle = useCallback(
    (id: string, through = false) => {
      setLast(id);
      setIds(now => {
        const next = new Set(now);
        const on = !now.has(id);
        for (const it of through ? between(list, last, id) : [id]) {
          if (on) next.add(it);
          else next.delete(it);
        }
        return next;
      });
    },
    [list, last],
  );
  return {
    has: id => ids.has(id),
    toggle,
    all: () => setIds(new Set(list.map(task => task.id))),
    clear: () => setIds(new Set()),
    tasks,
  };
}

function between(list: readonly Task[], from: string | undefined, to: string): string[] {
  const [a, b] = [from, to].map(id => list.findIndex(task => task.id === id));
  if (a === undefined || b === undefined || a < 0 || b < 0) return [to];
  return list.slice(Math.min(a, b), Math.max(a, b) + 1).map(task => task.id);
}
