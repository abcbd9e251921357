import { useLayoutEffect, useRef } from 'react';

const NEAR = 40;

/** Keeps the end of what grows in sight, unless somebody scrolled away from it. */
export function useEnd(text: string | undefined) {
  const box = useRef<HTMLPreElement>(null);
  const height = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each text, also one as high
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const wasAtEnd = current.scrollTop + current.clientHeight > height.current - NEAR;
    height.current = current.scrollHeight;
    if (wasAtEnd) current.scrollTop = current.scrollHeight;
  }, [text]);
  return box;
}
