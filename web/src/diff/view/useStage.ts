import { type RefObject, useCallback, useState } from 'react';
import { makeWatch, scrollerOf, type Watch } from './near';
import { stageOf } from './stage';

/** What is near and which file is looked at, as the page scrolls. */
export function useStage(home: RefObject<HTMLElement | null>, count: number) {
  const [watch, setWatch] = useState<Watch>();
  const [current, setCurrent] = useState(0);
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element || !count) return;
      const scroller = scrollerOf(element);
      setWatch(makeWatch(scroller));
      let frame = 0;
      const look = () => {
        frame = 0;
        if (home.current) setCurrent(stageOf(home.current).current());
      };
      const onScroll = () => {
        frame ||= requestAnimationFrame(look);
      };
      const scrolls = scroller ?? document;
      scrolls.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        scrolls.removeEventListener('scroll', onScroll);
        cancelAnimationFrame(frame);
      };
    },
    [home, count],
  );
  return { watch, current, measure };
}
