import { useWords } from '~/words/Words';
import s from './Result.module.css';

/** What the agent says of its work: Markdown of a hostile writer. */
export function Explanation({ text }: { readonly text: string }) {
  const { result } = useWords();
  return (
    <section>
      <h2 className={s.heading}>{result.explanation}</h2>
      <div className={s.prose}>{text}</div>
    </section>
  );
}
