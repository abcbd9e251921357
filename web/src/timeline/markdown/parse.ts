import { lexer, type Token, type Tokens } from 'marked';
import { nothingUnseen } from '~/text/hidden';

/** Quotes and lists within each other; as many as a phone is wide. */
const DEEPEST = 8;

/** Markdown as tokens. What is nested deeper than anybody means it is text as it stands. Pure. */
export function parse(text: string): readonly Token[] {
  const plain = nothingUnseen(text);
  try {
    return shallow(lexer(plain, { gfm: true }), 1);
  } catch (e) {
    // The lexer calls itself for each level.
    if (e instanceof RangeError) return [asItStands(plain)];
    throw e;
  }
}

function shallow(tokens: readonly Token[], depth: number): Token[] {
  return tokens.map(token => {
    if (token.type !== 'blockquote' && token.type !== 'list') return token;
    if (depth > DEEPEST) return asItStands(token.raw);
    return token.type === 'blockquote'
      ? { ...token, tokens: shallow(token.tokens ?? [], depth + 1) }
      : { ...token, items: (token as Tokens.List).items.map(item => within(item, depth)) };
  });
}

function within(item: Tokens.ListItem, depth: number): Tokens.ListItem {
  return { ...item, tokens: shallow(item.tokens, depth + 1) };
}

function asItStands(raw: string): Token {
  return { type: 'paragraph', raw, text: raw, tokens: [{ type: 'text', raw, text: raw }] };
}
