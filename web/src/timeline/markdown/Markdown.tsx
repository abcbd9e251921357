// A hostile text as Markdown: parsed to tokens, drawn by React. HTML in it is text; images are links.
import { lexer, type Token } from 'marked';
import { memo } from 'react';
import { nothingUnseen } from '~/text/hidden';
import { Blocks } from './Blocks';
import s from './Markdown.module.css';

export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={s.prose}>
      <Blocks tokens={tokens(text)} />
    </div>
  );
});

function tokens(text: string): readonly Token[] {
  return lexer(nothingUnseen(text), { gfm: true });
}
