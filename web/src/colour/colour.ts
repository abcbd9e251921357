// Code in colours: where each begins and ends, line by line. Loads what it needs when first asked.
import type { Language } from './languages';
import type { Token } from './token';

/** More than that is not coloured: it would hold up the page. */
export const MOST_CHARACTERS = 150_000;

/** The tokens of each line; none of a line is an empty list. */
export async function coloured(
  code: string,
  language: Language,
): Promise<readonly (readonly Token[])[]> {
  const { tokensOf } = await import('./grammars');
  return tokensOf(code, language);
}
