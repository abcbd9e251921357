// What an editing tool was given, whoever's tool it is. Pure.
import { type DiffLine, diffLines } from './lines';

export interface Change {
  readonly path: string;
  readonly lines: readonly DiffLine[];
  readonly added: number;
  readonly removed: number;
}

const PATHS = ['path', 'file_path', 'filePath', 'abs_path'];
const BEFORE = ['old_text', 'old_string', 'oldText', 'old'];
const AFTER = ['new_text', 'new_string', 'newText', 'new', 'content'];

/** None, if the input is none of an edit, or was shortened. */
export function changeOf(input: string): Change | undefined {
  const given = parsed(input);
  const path = first(given, PATHS);
  const after = first(given, AFTER);
  if (path === undefined || after === undefined) return undefined;
  const lines = diffLines(first(given, BEFORE) ?? '', after);
  const count = (sign: string) => lines.filter(line => line.sign === sign).length;
  return { path, lines, added: count('+'), removed: count('-') };
}

/** The whole command of a tool that runs one; its title may be shortened. */
export function commandOf(input: string): string | undefined {
  return first(parsed(input), ['command', 'cmd', 'script']);
}

function parsed(input: string): object {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === 'object' && value ? value : {};
  } catch {
    return {};
  }
}

function first(given: object, names: readonly string[]): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (names.includes(name) && typeof value === 'string') return value;
  }
  return undefined;
}
