// Characters that would hide or turn round what stands there are shown by their names.

// Marks, overrides and isolates of direction, and what has no width at all.
const TURNING = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** For text that was laid out already: only what turns its direction, or hides. */
export function withoutTurns(text: string): string {
  return text.replace(TURNING, name);
}

/** For commands, paths and code: control characters too. */
export function visible(text: string): string {
  return withoutTurns(text.replaceAll('\r\n', '\n')).replace(CONTROL, pictured);
}

/** A control character as a picture of itself. */
export function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : name(character);
}

function name(character: string): string {
  return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
}
