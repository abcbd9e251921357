// What a program wrote for a terminal, as plain text: no colours, no moves, each line as it stood
// last. Pure.

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: they are what is looked for
// ECMA-48: CSI, OSC, other strings, and what is two characters long.
const SEQUENCE =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[ -/]*[0-~])/g;
/** What is left of them could still turn a line about. */
const HIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: they are what is looked for

export function plainText(written: string): string {
  return written
    .replace(SEQUENCE, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map(line => line.slice(line.lastIndexOf('\r', line.length - 2) + 1).replace(/\r$/, ''))
    .join('\n')
    .replace(HIDDEN, shown);
}

/** As the control pictures of Unicode; for others their number. */
function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x7f) return '\u2421';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `<U+${code.toString(16).toUpperCase()}>`;
}
