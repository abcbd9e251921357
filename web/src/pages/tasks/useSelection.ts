import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Task } from '~/api/client';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** With `through`, all between the last one and this. */
  readonly toggle: (id: string, through?: boolean) => void;
  readonly all: () => void;
  readonly clear: () => void;
  /** In the order of the list; what is not in it any more is not selected either. */
  readonly tasks: readonly Task[];
}

export function useSelection(list: readonly Task[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  // Rows are drawn anew when what they are given is another: `toggle` stays the same.
  const listed = useRef(list);
  useLayoutEffect(() => {
    listed.current = list;
  }, [list]);
  const tasks = useMemo(() => list.filter(task => ids.has(task.id)), [list, ids]);
  const toggle = useCallback((id: string, through = false) => {
    const range = through ? between(listed.current, last.current, id) : [id];
    last.current = id;
    setIds(now => {
      const next = new Set(now);
      const on = !now.has(id);
      for (const it of range) {
        if (on) next.add(it);
        else next.delete(it);
      }
      return next;
    });
  }, []);
  return {
    ids,
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
