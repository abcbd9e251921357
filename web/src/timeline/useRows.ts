import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { estimate } from './estimate';
import type { Row } from './story/rows';

export interface Place {
  readonly list: RefObject<HTMLOListElement | null>;
  /** The part of the page that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The rows in sight and a few around them, of however many, each as high as it is. */
export function useRows(
  rows: readonly Row[],
  { list, scroller }: Place,
  current: number | undefined,
) {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const ol = list.current;
    const box = ol && scrollerOf(ol);
    if (!ol || !box) return;
    scroller.current = box;
    const measure = () =>
      setMargin(
        Math.round(
          ol.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop,
        ),
      );
    measure();
    const sizes = new ResizeObserver(measure);
    for (const child of box.children) sizes.observe(child);
    return () => sizes.disconnect();
  }, [list, scroller]);

  const latest = useRef(rows);
  // Rows that were put before the others leave what is seen where it is.
  const isOther = latest.current !== rows && latest.current.length > 0;
  latest.current = rows;
  // The same functions each time: with others all the places would be reckoned anew.
  const getScrollElement = useCallback(() => scroller.current, [scroller]);
  const estimateSize = useCallback((index: number) => estimate(latest.current[index]), []);
  const getItemKey = useCallback((index: number) => latest.current[index]?.id ?? index, []);
  // The row that has the focus keeps it, wherever one scrolls to.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (current === undefined || current >= range.count) return seen;
      if (current < (seen[0] ?? 0)) return [current, ...seen];
      return current > (seen.at(-1) ?? -1) ? [...seen, current] : seen;
    },
    [current],
  );
  return useVirtualizer({
    count: rows.length,
    getScrollElement,
    estimateSize,
    getItemKey,
    rangeExtractor,
    anchorTo: isOther ? 'end' : 'start',
    scrollMargin: margin,
    overscan: 6,
  });
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
