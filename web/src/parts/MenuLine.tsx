import s from './MenuLine.module.css';

interface Props {
  readonly name: string;
  readonly hint?: string;
}

/** A choice in a menu, with what it means under it. */
export function MenuLine({ name, hint }: Props) {
  return (
    <span className={s.line}>
      <span>{name}</span>
      {hint && <span className={s.hint}>{hint}</span>}
    </span>
  );
}
