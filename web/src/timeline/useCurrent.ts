import { type Dispatch, type SetStateAction, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './story/rows';

type Current = readonly [number | undefined, Dispatch<SetStateAction<number | undefined>>];

/** The place of the row that the keys are at; the same row when what came before it is put there. */
export function useCurrent(rows: readonly Row[]): Current {
  const [current, setCurrent] = useState<number>();
  const at = useRef<{ readonly rows: readonly Row[]; readonly id: number | undefined }>(undefined);
  const last = at.current;
  let place = current;
  if (last && last.rows !== rows && last.id !== undefined) {
    const found = rows.findLastIndex(row => row.id === last.id);
    place = found < 0 ? undefined : found;
  }
  const id = place === undefined ? undefined : rows[place]?.id;
  useLayoutEffect(() => {
    at.current = { rows, id };
    // Only then: else it would undo what a key did meanwhile.
    if (place !== current) setCurrent(place);
  }, [rows, id, place, current]);
  return [place, setCurrent];
}
