// Going to a place whose height is not known before it is rendered.

/** How often it is looked again until what was wanted stays where it is. */
const MOST_FRAMES = 40;
const STILL_FRAMES = 4;

/**
 * Scrolls what `find` answers to `offset` below the upper edge, and again while the page around it
 * still finds its height.
 */
export function settle(
  scroller: Element | undefined,
  offset: number,
  find: () => number | undefined,
): void {
  let frames = 0;
  let still = 0;
  const edge = () => scroller?.getBoundingClientRect().top ?? 0;
  const step = () => {
    const top = find();
    if (top === undefined) return;
    const by = top - edge() - offset;
    const before = scroller?.scrollTop ?? window.scrollY;
    (scroller ?? window).scrollBy({ top: by, behavior: 'instant' });
    const moved = (scroller?.scrollTop ?? window.scrollY) !== before;
    still = moved ? 0 : still + 1;
    if (still < STILL_FRAMES && ++frames < MOST_FRAMES) requestAnimationFrame(step);
  };
  step();
}

/** The first of ascending items for which `is` is true; their number if there is none. */
export function firstIndex(n: number, is: (index: number) => boolean): number {
  let from = 0;
  let to = n;
  while (from < to) {
    const mid = (from + to) >> 1;
    if (is(mid)) to = mid;
    else from = mid + 1;
  }
  return from;
}
