import s from './Bar.module.css';

interface Props {
  readonly name: string;
  /** Of `most`, from 0. */
  readonly value: number;
  readonly most: number;
  readonly tone?: 'plain' | 'bad' | undefined;
}

/** A part of a whole. (Browsers draw a `meter` each in another way.) */
export function Bar({ name, value, most, tone = 'plain' }: Props) {
  const part = most > 0 ? Math.min(1, value / most) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: its parts lie elsewhere in each browser
    <div
      className={s.bar}
      data-tone={tone}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(value, most)}
    >
      <div style={{ width: `${part * 100}%` }} />
    </div>
  );
}
