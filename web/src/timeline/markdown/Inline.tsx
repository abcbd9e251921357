import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { visible } from '~/text/hidden';
import { plain, safeLink } from './safe';

/** Words, emphasis, code and links within a line. */
export function Inline({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end only
    <Piece key={i} token={token} />
  ));
}

function Piece({ token: any }: { readonly token: Token }) {
  const token = any as Tokens.Generic & { type: string };
  const inner = token.tokens ? <Inline tokens={token.tokens} /> : plain(token.text ?? token.raw);
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'del':
      return <del>{inner}</del>;
    case 'codespan':
      return <code>{visible((token as Tokens.Codespan).text)}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <Link href={(token as Tokens.Link).href}>{inner}</Link>;
    case 'image':
      // Nothing is fetched from elsewhere for a text.
      return (
        <Link href={(token as Tokens.Image).href}>{(token as Tokens.Image).text || inner}</Link>
      );
    case 'text':
    case 'escape':
      return inner;
    default:
      return token.raw;
  }
}

function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const url = safeLink(href);
  if (!url) return <span title={href}>{children}</span>;
  return (
    <a href={url} title={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
