import type { Token, Tokens } from 'marked';
import { visible } from '~/text/hidden';
import { Inline } from './Inline';
import s from './Markdown.module.css';
import { Table } from './Table';

/** Paragraphs, lists, code. Tokens have no name of their own: their place is their key. */
export function Blocks({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end only
    <Block key={i} token={token} />
  ));
}

function Block({ token: any }: { readonly token: Token }) {
  const token = any as Tokens.Generic & { type: string };
  switch (token.type) {
    case 'heading':
      return <Heading token={token as Tokens.Heading} />;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre className={s.code} tabIndex={0}>
          <code>{visible((token as Tokens.Code).text)}</code>
        </pre>
      );
    case 'blockquote':
      return (
        <blockquote className={s.quote}>
          <Blocks tokens={token.tokens ?? []} />
        </blockquote>
      );
    case 'list':
      return <List token={token as Tokens.List} />;
    case 'table':
      return <Table token={token as Tokens.Table} />;
    case 'hr':
      return <hr className={s.rule} />;
    case 'space':
    case 'def':
      return null;
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} /> : token.raw;
    case 'paragraph':
      return (
        <p>
          <Inline tokens={token.tokens ?? []} />
        </p>
      );
    default:
      return <p>{visible(token.raw)}</p>;
  }
}

/** Below the headings of the page itself. */
function Heading({ token }: { readonly token: Tokens.Heading }) {
  const content = <Inline tokens={token.tokens} />;
  if (token.depth === 1) return <h3 className={s.h1}>{content}</h3>;
  if (token.depth === 2) return <h4 className={s.h2}>{content}</h4>;
  return <h5 className={s.h3}>{content}</h5>;
}

function List({ token }: { readonly token: Tokens.List }) {
  const items = token.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end only
    <li key={i} data-task={item.task || undefined}>
      {item.task && <input type="checkbox" checked={item.checked ?? false} readOnly disabled />}
      <Blocks tokens={item.tokens.filter(it => it.type !== 'checkbox')} />
    </li>
  ));
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}
