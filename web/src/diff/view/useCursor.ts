import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { FileDiff } from '../patch/patch';
import { rowsOf } from '../rows/rows';
import { type Stage, stageOf } from './stage';

export interface Cursor {
  readonly file: number;
  readonly row?: number;
}

interface Spot {
  readonly file: number;
  readonly change?: number;
}

interface Asked {
  readonly files: readonly FileDiff[];
  readonly split: boolean;
  readonly hideSpaces: boolean;
  readonly isFolded: (file: FileDiff) => boolean;
  readonly home: RefObject<HTMLElement | null>;
}

/** Where the keys stand: a file, and in it a change. What is in sight counts, else the scroll. */
export function useCursor({ files, split, hideSpaces, isFolded, home }: Asked) {
  // Which change, not which row: rows come in between when more lines are shown.
  const [spot, setSpot] = useState<Spot>();
  const stage = useCallback((): Stage | undefined => {
    return home.current ? stageOf(home.current) : undefined;
  }, [home]);
  const changesOf = useMemo(() => {
    const known = new Map<FileDiff, readonly number[]>();
    return (file: FileDiff): readonly number[] => {
      const found = known.get(file) ?? rowsOf(file, { split, hideSpaces }).changes;
      known.set(file, found);
      return found;
    };
  }, [split, hideSpaces]);

  const cursor = useMemo(() => {
    const file = spot && files[spot.file];
    if (!file) return undefined;
    const row = spot.change === undefined ? undefined : changesOf(file)[spot.change];
    return { file: spot.file, ...(row === undefined ? {} : { row }) };
  }, [spot, files, changesOf]);

  const go = (next: Spot, at: Stage, row?: number) => {
    setSpot(next);
    at.goTo(next.file, row);
  };
  const standing = (at: Stage): Cursor =>
    cursor && at.isSeen(cursor.file, cursor.row) ? cursor : { file: at.current() };

  const goToFile = (file: number) => {
    const at = stage();
    if (at && file >= 0 && file < files.length) go({ file }, at);
  };
  const stepFile = (by: 1 | -1) => {
    const at = stage();
    if (at) goToFile(standing(at).file + by);
  };
  const stepChange = (by: 1 | -1) => {
    const at = stage();
    if (!at) return;
    const from = standing(at);
    for (let file = from.file; file >= 0 && file < files.length; file += by) {
      const it = files[file];
      const changes = it && !isFolded(it) ? changesOf(it) : [];
      const isPast = (row: number) => {
        if (file !== from.file) return true;
        if (from.row !== undefined) return by > 0 ? row > from.row : row < from.row;
        return by > 0 ? at.isBelow(file, row) : at.isAbove(file, row);
      };
      const row = by > 0 ? changes.find(isPast) : changes.findLast(isPast);
      if (row !== undefined) return go({ file, change: changes.indexOf(row) }, at, row);
    }
  };
  const currentFile = () => {
    const at = stage();
    return at && standing(at).file;
  };
  return { cursor, stage, goToFile, stepFile, stepChange, currentFile };
}
