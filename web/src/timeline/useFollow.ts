import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** So near to the end is at the end. */
const NEAR = 56;

export interface Follow {
  readonly isFollowing: boolean;
  /** Goes to the end and stays there. */
  readonly follow: () => void;
  readonly leave: () => void;
}

/** Stays at the end of what grows, until somebody scrolls away from it. */
export function useFollow(scroller: RefObject<HTMLElement | null>, atFirst: boolean): Follow {
  const [isFollowing, setFollowing] = useState(atFirst);
  const follows = useRef(atFirst);
  const set = useCallback((next: boolean) => {
    follows.current = next;
    setFollowing(next);
  }, []);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [scroller]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let top = box.scrollTop;
    const onScroll = () => {
      const left = box.scrollHeight - box.clientHeight - box.scrollTop;
      const up = box.scrollTop < top - 2;
      top = box.scrollTop;
      if (left < NEAR) {
        if (!follows.current) set(true);
      } else if (up && follows.current) set(false);
    };
    const sizes = new ResizeObserver(() => {
      if (!follows.current) return;
      toEnd();
      top = box.scrollTop;
    });
    for (const child of box.children) sizes.observe(child);
    sizes.observe(box);
    // Before the rows are drawn anew, while the page's sizes are still known.
    box.addEventListener('scroll', onScroll, { passive: true, capture: true });
    if (follows.current) toEnd();
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [scroller, set, toEnd]);

  const follow = useCallback(() => {
    set(true);
    toEnd();
  }, [set, toEnd]);
  const leave = useCallback(() => set(false), [set]);
  return { isFollowing, follow, leave };
}
