// Colours and the like of a terminal's text (ECMA-48, SGR). Pure.

export interface Style {
  /** One of the terminal's sixteen. */
  readonly ink?: number;
  readonly paper?: number;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly struck?: true;
  readonly inverse?: true;
}

export const PLAIN: Style = {};

type Flag = 'bold' | 'dim' | 'italic' | 'underline' | 'struck' | 'inverse';
const ON: Record<number, Flag> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'struck',
};
const OFF: Record<number, readonly Flag[]> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['struck'],
};

/** The style after `CSI codes m`. */
export function restyle(style: Style, codes: string): Style {
  const numbers = codes.split(/[;:]/).map(Number);
  let next = style;
  for (let i = 0; i < numbers.length; i++) {
    const code = numbers[i] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, used } = extended(numbers, i + 1);
      i += used;
      if (colour !== undefined) next = { ...next, [code === 38 ? 'ink' : 'paper']: colour };
    } else next = simple(next, code);
  }
  return next;
}

function simple(style: Style, code: number): Style {
  if (code === 0 || Number.isNaN(code)) return PLAIN;
  const flag = ON[code];
  if (flag) return { ...style, [flag]: true };
  const off = OFF[code];
  if (off) return without(style, off);
  if (code >= 30 && code <= 37) return { ...style, ink: code - 30 };
  if (code >= 90 && code <= 97) return { ...style, ink: code - 82 };
  if (code >= 40 && code <= 47) return { ...style, paper: code - 40 };
  if (code >= 100 && code <= 107) return { ...style, paper: code - 92 };
  if (code === 39) return without(style, ['ink']);
  if (code === 49) return without(style, ['paper']);
  return style;
}

function without(style: Style, names: readonly (keyof Style)[]): Style {
  return Object.fromEntries(
    Object.entries(style).filter(([name]) => !names.includes(name as keyof Style)),
  );
}

/** `5;N` of 256 or `2;R;G;B`: the nearest of the sixteen, which can be read on light and dark. */
function extended(numbers: readonly number[], at: number): { colour?: number; used: number } {
  if (numbers[at] === 5) return { colour: of256(numbers[at + 1] ?? 0), used: 2 };
  if (numbers[at] === 2) {
    const [r = 0, g = 0, b = 0] = numbers.slice(at + 1, at + 4);
    return { colour: nearest(r, g, b), used: 4 };
  }
  return { used: 1 };
}

function of256(n: number): number {
  if (n < 16) return Math.max(0, n);
  if (n >= 232) return n < 238 ? 8 : n < 250 ? 7 : 15;
  const level = (i: number) => (i ? 55 + 40 * i : 0);
  const cube = n - 16;
  return nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

/** By which of red, green and blue are strong; grey by how light it is. */
function nearest(r: number, g: number, b: number): number {
  const most = Math.max(r, g, b);
  if (most - Math.min(r, g, b) < 32) return most < 64 ? 0 : most < 140 ? 8 : most < 225 ? 7 : 15;
  const strong = (part: number) => (part > most * 0.62 ? 1 : 0);
  const hue = strong(r) + 2 * strong(g) + 4 * strong(b);
  return most > 200 ? hue + 8 : hue;
}
