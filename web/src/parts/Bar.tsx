import s from './Bar.module.css';

interface Props {
  readonly name: string;
  /** Of `most`, from 0. */
  readonly value: number;
  readonly most: number;
  readonly tone?: 'plain' | 'wait' | 'bad' | undefined;
}

/** A part of a whole. (Browsers draw a `meter` each in another way.) */
export function Bar({ name, value, most, tone = 'plain' }: Props) {
  const part = most > 0 ? Math.min(1, value / most) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: its parts lie elsewhere in each browser
    <span
      className={s.bar}
      data-tone={tone}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(value, most)}
    >
      <span style={{ width: `${part * 100}%` }} />
    </span>
  );
}
