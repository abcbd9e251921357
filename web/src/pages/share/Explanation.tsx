import { lazy, Suspense } from 'react';
import s from './Explanation.module.css';

const Markdown = lazy(async () => ({
  default: (await import('~/timeline/markdown/Markdown')).Markdown,
}));

/** What the agent says of its work: Markdown of a hostile writer. */
export function Explanation({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<div className={s.prose}>{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
}
