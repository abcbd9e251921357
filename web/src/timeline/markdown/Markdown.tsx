// A hostile text as Markdown: parsed to tokens, drawn by React. HTML in it is text; images are links.
import { memo } from 'react';
import { Blocks } from './Blocks';
import s from './Markdown.module.css';
import { parse } from './parse';

export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={s.prose}>
      <Blocks tokens={parse(text)} />
    </div>
  );
});
