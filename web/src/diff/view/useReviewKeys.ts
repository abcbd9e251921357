import { useEffect, useRef } from 'react';
import { isWriting } from '~/app/useGlobalKeys';

export type Key = 'n' | 'p' | 'j' | 'k' | 'v' | 's' | 'w' | 'x' | 'r' | '/';

/** The keys of a review, unless somebody writes or is in a dialog. */
export function useReviewKeys(doings: Readonly<Record<Key, () => void>>): void {
  const latest = useRef(doings);
  latest.current = doings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return;
      const act = latest.current[event.key as Key];
      if (!act || !Object.hasOwn(latest.current, event.key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
