import type { ReactNode } from 'react';
import s from './Section.module.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the settings: what it is, what one can do, and then the thing itself. */
export function Section({ title, lead, actions, children }: Props) {
  return (
    <section className={s.section}>
      <header className={s.head}>
        <div className={s.words}>
          <h2 className={s.title}>{title}</h2>
          {lead && <p className={s.lead}>{lead}</p>}
        </div>
        {actions && <div className={s.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
