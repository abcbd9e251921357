// Characters that would hide, or make a text look like another one, are shown by their names
// (https://trojansource.codes). Pure.

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly name: string; readonly turns: boolean };

/**
 * Marks of direction, what has no width, line ends that are none, tags. Joiners stay where a
 * script or a pictograph needs them.
 */
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/u;
/** Controls but the tab and the line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
const ALL_CONTROL = new RegExp(CONTROL, 'gu');
const ALL_OF_A_LINE = new RegExp(`\\n|${CONTROL.source}|${UNSEEN.source}`, 'gu');

const NAMES: Record<number, string> = {
  0: 'NUL',
  7: 'BEL',
  8: 'BS',
  10: 'LF',
  13: 'CR',
  27: 'ESC',
  127: 'DEL',
  173: 'SHY',
  1564: 'ALM',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8232: 'LS',
  8233: 'PS',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

/** A line of code, with what hides in it apart. */
export function parts(line: string): readonly Part[] {
  const found: Part[] = [];
  let at = 0;
  for (const { 0: character, index } of line.matchAll(ALL_OF_A_LINE)) {
    if (index > at) found.push({ kind: 'text', text: line.slice(at, index) });
    found.push({ kind: 'hidden', name: nameOf(character), turns: TURNING.test(character) });
    at = index + character.length;
  }
  if (at < line.length) found.push({ kind: 'text', text: line.slice(at) });
  return found;
}

/** In one line of text, for names and titles. */
export function plainly(text: string): string {
  return text.replace(ALL_OF_A_LINE, named);
}

/** For commands, paths and code of several lines: control characters are pictures of themselves. */
export function visible(text: string): string {
  return nothingUnseen(text.replaceAll('\r\n', '\n')).replace(ALL_CONTROL, pictured);
}

/** For prose and for text that was laid out already. */
export function nothingUnseen(text: string): string {
  return text.replace(ALL_UNSEEN, named);
}

/** A control character as a picture of itself. */
export function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : named(character);
}

/** It has a character that turns the direction of what follows. */
export function turns(text: string): boolean {
  return TURNING.test(text);
}

function named(character: string): string {
  return `⟨${nameOf(character)}⟩`;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
