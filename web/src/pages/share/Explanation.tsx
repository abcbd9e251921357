import s from './Explanation.module.css';

/** What the agent says of its work. */
export function Explanation({ text }: { readonly text: string }) {
  return <div className={s.prose}>{text}</div>;
}
