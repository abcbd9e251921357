import s from './Keys.module.css';

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Record<string, string> = {
  mod: MAC ? '⌘' : 'Ctrl',
  shift: '⇧',
  enter: '↵',
  esc: 'Esc',
};

interface Props {
  /** `mod+k`, `c`, `g t` */
  readonly keys: string;
}

/** Keys as they stand on the keyboard. */
export function Keys({ keys }: Props) {
  return (
    <span className={s.keys} aria-hidden>
      {[...keys.matchAll(/[^+ ]+/g)].map(({ 0: key, index }) => (
        <kbd key={index}>{NAMES[key] ?? key.toUpperCase()}</kbd>
      ))}
    </span>
  );
}
