import type { ReactNode } from 'react';
import s from './Badge.module.css';

interface Props {
  readonly tone?: 'plain' | 'accent' | 'wait';
  readonly children: ReactNode;
}

/** A word that says of what kind something is. */
export function Badge({ tone = 'plain', children }: Props) {
  return (
    <span className={s.badge} data-tone={tone}>
      {children}
    </span>
  );
}
