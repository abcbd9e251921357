import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';

interface Doings {
  readonly palette: () => void;
  readonly keys: () => void;
}

const SEQUENCE_MS = 900;

/** Keys that work on every page, unless somebody writes. */
export function useGlobalKeys(doings: Doings): void {
  const go = useNavigate();
  const latest = useRef(doings);
  latest.current = doings;
  useEffect(() => {
    let sinceG = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return latest.current.palette();
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return;
      const afterG = event.timeStamp - sinceG < SEQUENCE_MS;
      sinceG = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const to = afterG ? AFTER_G[event.key] : ALONE[event.key];
      if (to) {
        event.preventDefault();
        void go(to);
      } else if (event.key === '?') latest.current.keys();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
}

const ALONE: Record<string, string> = { c: '/' };
const AFTER_G: Record<string, string> = { t: '/tasks', s: '/settings', n: '/' };

/** Letters are letters where text goes in, and belong to a dialog while one is open. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=dialog], [role=menu]',
    ) !== null
  );
}
