// What git writes for a binary file (`git diff --binary`): both contents, each whole or as a delta
// of the other, deflated, in base 85. Formats: git's base85.c, diff-delta.c. Pure.
import { unzlibSync } from 'fflate';

export interface BinaryPiece {
  readonly kind: 'literal' | 'delta';
  /** Bytes when inflated. */
  readonly bytes: number;
  readonly lines: string;
}

/** The new content's, then the old one's. */
export function readPieces(text: string): readonly BinaryPiece[] {
  const found = text.matchAll(/^(literal|delta) (\d+)\n((?:[A-Za-z].+\n)*)/gm);
  return Array.from(found, ([, kind, bytes, lines = '']) => ({
    kind: kind === 'delta' ? 'delta' : 'literal',
    bytes: Number(bytes),
    lines,
  }));
}

export interface Contents {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
}

const MOST_BYTES = 32_000_000;

/**
 * Both contents as far as the patch tells them: of two deltas, nobody can tell any. Throws what is
 * no such patch, or more than 32 MB of it.
 */
export function contents(pieces: readonly BinaryPiece[]): Contents {
  const [forward, backward] = pieces;
  if (pieces.some(piece => piece.bytes > MOST_BYTES)) throw new RangeError('too large');
  const before = backward?.kind === 'literal' ? inflated(backward) : undefined;
  const after = forward?.kind === 'literal' ? inflated(forward) : undefined;
  if (before && forward?.kind === 'delta')
    return { before, after: applied(before, inflated(forward)) };
  if (after && backward?.kind === 'delta')
    return { before: applied(after, inflated(backward)), after };
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function inflated({ lines, bytes }: BinaryPiece): Uint8Array {
  const data = unzlibSync(decoded(lines), { out: new Uint8Array(bytes) });
  return data.subarray(0, bytes);
}

const DIGITS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const VALUES = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i;

/** Each line: its number of bytes (A to Z 1 to 26, a to z 27 to 52), then five digits for four bytes. */
function decoded(lines: string): Uint8Array {
  const out = new Uint8Array(lines.length);
  let length = 0;
  for (const line of lines.split('\n')) {
    if (!line) continue;
    const first = line.charCodeAt(0);
    const bytes = first <= 90 ? first - 64 : first - 70;
    for (let i = 1, left = bytes; left > 0 && i < line.length; i += 5) {
      let value = 0;
      for (let j = i; j < i + 5; j++) value = value * 85 + (VALUES[line.charCodeAt(j)] ?? 0);
      for (let shift = 24; shift >= 0 && left > 0; shift -= 8, left--) {
        out[length++] = Math.floor(value / 2 ** shift) & 255;
      }
    }
  }
  return out.subarray(0, length);
}

/** Copies of the other content and new bytes, in turn. */
function applied(base: Uint8Array, delta: Uint8Array): Uint8Array {
  let at = 0;
  const byte = () => delta[at++] ?? 0;
  const size = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const next = byte();
      value += (next & 127) * 2 ** shift;
      shift += 7;
      if (next < 128) return value;
    }
  };
  size();
  const bytesAfter = size();
  if (bytesAfter > MOST_BYTES) throw new RangeError('too large');
  const out = new Uint8Array(bytesAfter);
  let length = 0;
  while (at < delta.length) {
    const command = byte();
    if (command & 128) {
      let from = 0;
      let bytes = 0;
      for (let i = 0; i < 4; i++) if (command & (1 << i)) from += byte() * 2 ** (8 * i);
      for (let i = 0; i < 3; i++) if (command & (16 << i)) bytes += byte() * 2 ** (8 * i);
      const copied = base.subarray(from, from + (bytes || 65536));
      out.set(copied.subarray(0, out.length - length), length);
      length += copied.length;
    } else {
      const fresh = delta.subarray(at, at + command);
      out.set(fresh.subarray(0, Math.max(0, out.length - length)), length);
      length += command;
      at += command;
    }
  }
  return out;
}
