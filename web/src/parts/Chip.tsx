import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import s from './Chip.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'type'> {
  readonly icon: LucideIcon;
  /** Something was chosen, and it is not the default. */
  readonly set?: boolean;
}

/** A choice in a row of choices; opens what it chooses from. */
export function Chip({ icon: Icon, set = false, children, ...rest }: Props) {
  return (
    <button {...rest} type="button" className={s.chip} data-set={set}>
      <Icon size={15} aria-hidden />
      <span className={s.text}>{children}</span>
      <ChevronDown size={13} className={s.more} aria-hidden />
    </button>
  );
}
