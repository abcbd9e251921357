import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import s from './Notice.module.css';

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
}

/** A page or a part of one that has nothing else to show: what is the matter, and what to do. */
export function Notice({ icon: Icon, title, hint, children }: Props) {
  return (
    <section className={s.notice}>
      <span className={s.icon}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <h2 className={s.title}>{title}</h2>
      {hint && <p className={s.hint}>{hint}</p>}
      {children && <div className={s.actions}>{children}</div>}
    </section>
  );
}
