import type { Printed } from './rows';

export const NOTHING_PRINTED: Printed = { text: '', dropped: 0 };

const MOST = 1 << 20;

/** Costs the length of `piece`, on average: the beginning is dropped half a megabyte at a time. */
export function print(printed: Printed, piece: string): Printed {
  const text = printed.text + piece;
  if (text.length <= MOST + MOST / 2) return { text, dropped: printed.dropped };
  const line = text.indexOf('\n', text.length - MOST) + 1;
  const from = line || text.length - MOST;
  return { text: text.slice(from), dropped: printed.dropped + from };
}

const EXIT = /\n?\[exit status (\d+)\]\s*$/;

export interface Ending {
  /** What was printed, without the line that says how it ended. */
  readonly text: string;
  readonly exit?: number;
}

/** How a command ended, as our agent says it in the last line of what it printed. */
export function ending(text: string): Ending {
  const tail = EXIT.exec(text.slice(-40));
  if (!tail) return { text: text === '(no output)' ? '' : text };
  const kept = text.slice(0, text.length - tail[0].length);
  return { text: kept === '(no output)' ? '' : kept, exit: Number(tail[1]) };
}
