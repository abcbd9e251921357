import { useId } from 'react';
import s from './Segments.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  const group = useId();
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
        </label>
      ))}
    </fieldset>
  );
}
