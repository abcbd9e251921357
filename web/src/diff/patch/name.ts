// File names as git writes them in a patch. Pure.

const NAMED: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A name that git may have quoted, as in C; bytes that are no UTF-8 stay written as `\xff`. */
export function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  const inner = name.slice(1, name.endsWith('"') ? -1 : undefined);
  for (const [all, octal, letter] of inner.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal) bytes.push(Number.parseInt(octal, 8));
    else if (letter) bytes.push(NAMED[letter] ?? letter.charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(all));
  }
  return readable(Uint8Array.from(bytes));
}

function readable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, byte =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
    ).join('');
  }
}

/** `--- a/NAME`: the name; none for /dev/null. Names with a space have a tab after them. */
export function sided(written: string): string | undefined {
  const name = unquoted(written.replace(/\t$/, ''));
  return name === '/dev/null' ? undefined : name.slice(2);
}

/**
 * The name in `diff --git a/NAME b/NAME`. Only where both are the same is it needed, and only then
 * can it be told for sure: any other change has lines of its own for each name.
 */
export function headed(line: string): string {
  const names = line.slice('diff --git '.length);
  if (names.startsWith('"')) return sided(/^"(?:[^"\\]|\\.)*"/.exec(names)?.[0] ?? names) ?? names;
  return names.slice(2, (names.length - 1) / 2);
}
