import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Lines, Side } from '../patch/lines';
import { useDoings } from '../view/context';

/**
 * What a click or a drag on lines does: one listener for a file. Numbers choose lines, with Shift up
 * to there; the plus writes on them, and drawn down on more of them.
 */
export function useLineClicks(
  path: string,
  selected: Lines | undefined,
  write: (lines: Lines) => void,
) {
  const { point } = useDoings();
  const drawn = useRef<Lines>(undefined);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const found = numberAt(event.target);
    if (found) {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const isFurther = event.shiftKey && selected?.side === found.side;
      point({ path, lines: isFurther ? spanning(selected.from, found) : single(found) });
      return;
    }
    const asked = plusAt(event.target);
    if (!asked) return;
    const lines = drawn.current ?? single(asked);
    drawn.current = undefined;
    write(contains(selected, asked) ? selected : lines);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const target = event.target as Element;
    const side = target.closest<HTMLElement>('[data-side]')?.dataset.side;
    if (side) event.currentTarget.dataset.selecting = side;
    const from = plusAt(event.target);
    if (!from || event.pointerType === 'touch') return;
    const home = event.currentTarget;
    const over = (moved: globalThis.PointerEvent) => {
      const to = lineAt(moved.target, from.side);
      if (!to || to === from.number) return;
      drawn.current = spanning(from.number, { side: from.side, number: to });
      point({ path, lines: drawn.current });
    };
    const up = (ended: globalThis.PointerEvent) => {
      home.removeEventListener('pointerover', over);
      document.removeEventListener('pointerup', up);
      // Ended elsewhere, there is no click.
      if (drawn.current && !plusAt(ended.target)) {
        write(drawn.current);
        drawn.current = undefined;
      }
    };
    home.addEventListener('pointerover', over);
    document.addEventListener('pointerup', up);
  };

  return { onClick, onPointerDown };
}

interface Spot {
  readonly side: Side;
  readonly number: number;
}

const single = ({ side, number }: Spot): Lines => ({ side, from: number, to: number });

const spanning = (from: number, { side, number }: Spot): Lines => ({
  side,
  from: Math.min(from, number),
  to: Math.max(from, number),
});

function contains(lines: Lines | undefined, { side, number }: Spot): lines is Lines {
  return lines?.side === side && lines.from <= number && number <= lines.to;
}

function numberAt(target: EventTarget): Spot | undefined {
  const found = (target as Element).closest<HTMLElement>('a[data-number]');
  return found
    ? { side: sideOf(found.dataset.side), number: Number(found.dataset.number) }
    : undefined;
}

function plusAt(target: EventTarget | null): Spot | undefined {
  const found = (target as Element | null)?.closest?.<HTMLElement>('[data-comment]');
  return found
    ? { side: sideOf(found.dataset.comment), number: Number(found.dataset.number) }
    : undefined;
}

/** The line of a row on this side. */
function lineAt(target: EventTarget | null, side: Side): number | undefined {
  const row = (target as Element | null)?.closest?.('[data-row]');
  const number = row?.querySelector<HTMLElement>(`a[data-side=${side}]`)?.dataset.number;
  return number ? Number(number) : undefined;
}

function sideOf(text: string | undefined): Side {
  return text === 'old' ? 'old' : 'new';
}
