import { lazy, Suspense } from 'react';
import { useWords } from '~/words/Words';
import s from './Result.module.css';

const Markdown = lazy(async () => ({
  default: (await import('~/timeline/markdown/Markdown')).Markdown,
}));

/** What the agent says of its work: Markdown of a hostile writer. */
export function Explanation({ text }: { readonly text: string }) {
  const { result } = useWords();
  return (
    <section className={s.explanation}>
      <h2 className={s.heading}>{result.explanation}</h2>
      <Suspense fallback={<div className={s.prose}>{text}</div>}>
        <Markdown text={text} />
      </Suspense>
    </section>
  );
}
