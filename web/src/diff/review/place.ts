// The address of a file or of lines in it, as the fragment of a page: `#file-src/a.py-L12-15`;
// D instead of L for lines that are gone. Pure.
import type { Lines } from '../patch/lines';

export interface Place {
  readonly path: string;
  readonly lines?: Lines;
}

export function fragment({ path, lines }: Place): string {
  const name = encodeURIComponent(path).replaceAll('%2F', '/');
  if (!lines) return `#file-${name}`;
  const to = lines.to === lines.from ? '' : `-${lines.to}`;
  return `#file-${name}-${lines.side === 'old' ? 'D' : 'L'}${lines.from}${to}`;
}

/** A name that itself ends like a line's number is told from one by the files that there are. */
export function placeOf(hash: string, paths: (path: string) => boolean): Place | undefined {
  if (!hash.startsWith('#file-')) return undefined;
  const rest = hash.slice('#file-'.length);
  const whole = decoded(rest);
  if (whole !== undefined && paths(whole)) return { path: whole };
  const [, name = '', letter, from, to] = /^(.+)-([LD])(\d{1,9})(?:-(\d{1,9}))?$/.exec(rest) ?? [];
  const path = decoded(name);
  if (path === undefined || !paths(path)) return undefined;
  const [a, b] = [Number(from), Number(to ?? from)];
  return {
    path,
    lines: { side: letter === 'D' ? 'old' : 'new', from: Math.min(a, b), to: Math.max(a, b) },
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
