// What is near the part of a page that is seen is rendered; of the rest only the height is kept.
import { createContext, use, useEffect, useRef, useState } from 'react';

type Told = (near: boolean, height: number) => void;

export interface Watch {
  readonly watch: (element: Element, told: Told) => () => void;
}

/** @param scroller what scrolls; the page itself, if absent */
export function makeWatch(scroller: Element | undefined): Watch {
  const listeners = new WeakMap<Element, Told>();
  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        listeners.get(target)?.(isIntersecting, boundingClientRect.height);
      }
    },
    { root: scroller ?? null, rootMargin: '1000px 0px' },
  );
  return {
    watch: (element, told) => {
      listeners.set(element, told);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
  };
}

export const WatchContext = createContext<Watch | undefined>(undefined);

/**
 * Whether an element is near, and how high it was when it was last.
 *
 * @param isHeld that it counts as near although it is not: something is being written in it
 */
export function useNear<T extends Element>(
  usualHeight: number,
  isHeld: (element: T) => boolean = () => false,
) {
  const watch = use(WatchContext);
  const ref = useRef<T>(null);
  const [near, setNear] = useState(false);
  const height = useRef<number>(undefined);
  const held = useRef(isHeld);
  held.current = isHeld;
  useEffect(() => {
    const element = ref.current;
    if (!watch || !element) return;
    let was = false;
    return watch.watch(element, (is, measured) => {
      if (was && !is) height.current = measured;
      was = is;
      setNear(is || held.current(element));
    });
  }, [watch]);
  return { ref, near, height: height.current ?? usualHeight };
}

/** What scrolls this element: the nearest around it that does. */
export function scrollerOf(element: Element): Element | undefined {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}
