import { useId } from 'react';
import { useFormats } from '~/words/Words';
import s from './Segments.module.css';

interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  /** How many it stands for; none is not shown. */
  readonly count?: number | undefined;
}

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  const group = useId();
  const formats = useFormats();
  return (
    <fieldset className={s.segments}>
      <legend className="unseen">{label}</legend>
      {options.map(option => (
        <label key={option.value} className={s.segment}>
          <input
            type="radio"
            className="unseen"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.name}
          {option.count ? (
            <span className={s.count} title={formats.number(option.count)}>
              {formats.short(option.count)}
            </span>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
