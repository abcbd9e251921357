import { useEffect, useRef } from 'react';
import { rowsWith } from '../file/find';
import type { FileDiff } from '../patch/patch';
import type { Draft } from '../review/message';
import type { Place } from '../review/place';
import { rowsOf } from '../rows/rows';
import { hiddenOf } from '../rows/widened';
import type { Widen } from './context';
import type { Stage } from './stage';

interface Asked {
  readonly files: readonly FileDiff[];
  readonly split: boolean;
  readonly hideSpaces: boolean;
  readonly widen: Widen | undefined;
  readonly unfold: (path: string) => void;
  readonly stage: () => Stage | undefined;
}

/** A way to a file, or to lines in it; hidden ones are shown, if they can be. */
export function useReach({ files, split, hideSpaces, widen, unfold, stage }: Asked) {
  const latest = useRef(files);
  latest.current = files;
  return async ({ path, lines }: Place) => {
    const at = files.findIndex(it => it.path === path);
    const before = files[at];
    if (!before) return;
    unfold(path);
    const hidden = lines && hiddenOf(before, lines);
    if (hidden) await widen?.(path, hidden);
    const file = latest.current[at];
    const rows = file && lines && rowsWith(rowsOf(file, { split, hideSpaces }).rows, lines);
    stage()?.goTo(at, rows?.[0]);
  };
}

/** Lines that were hidden when the page began, and are commented on, are shown. */
export function useHeld(
  files: readonly FileDiff[],
  drafts: readonly Draft[],
  widen: Widen | undefined,
): void {
  const held = useRef(new Set<string>());
  useEffect(() => {
    for (const { path, ...lines } of drafts) {
      const file = files.find(it => it.path === path);
      const hidden = file && hiddenOf(file, lines);
      const key = `${file?.fingerprint} ${lines.side} ${lines.from} ${lines.to}`;
      if (!hidden || held.current.has(key)) continue;
      held.current.add(key);
      void widen?.(path, hidden);
    }
  }, [files, drafts, widen]);
}
