import s from './Docs.module.css';

interface Props {
  readonly label: string;
  readonly text: string;
}

/** Text of a machine; it scrolls, also for who has no mouse. */
export function Code({ label, text }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it keys could not scroll it
    <section className={s.code} tabIndex={0} aria-label={label}>
      <pre className={s.wrapped}>{text}</pre>
    </section>
  );
}
