/** Tells how long it is until what changed just now is on the screen; never, where there is none. */
export function drawn(tell: (ms: number) => void): void {
  if (typeof requestAnimationFrame === 'undefined') return;
  const from = performance.now();
  // What comes after a frame's callbacks comes after its layout and paint.
  requestAnimationFrame(() => setTimeout(() => tell(performance.now() - from)));
}
