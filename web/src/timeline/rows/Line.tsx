import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import s from './Line.module.css';

export type Tone = 'quiet' | 'plain' | 'busy' | 'wait' | 'good' | 'bad';

interface Props {
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  readonly turning?: boolean;
  /** At the right end: times, status. */
  readonly aside?: ReactNode;
  /** What unfolds; absent: there is nothing to unfold. */
  readonly body?: ReactNode;
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A row of one line: a mark, what happened, how long it took; more of it under it. */
export function Line({ icon: Icon, tone = 'quiet', turning, aside, body, ...rest }: Props) {
  const { open = false, onOpen, children } = rest;
  const content = (
    <>
      <span className={s.mark} data-tone={tone}>
        <Icon size={15} strokeWidth={2} className={turning ? s.turning : undefined} aria-hidden />
      </span>
      <span className={s.text}>{children}</span>
      <span className={s.aside}>{aside}</span>
      {body !== undefined && <ChevronRight size={14} className={s.chevron} aria-hidden />}
    </>
  );
  if (body === undefined) return <div className={s.line}>{content}</div>;
  return (
    <div className={s.fold} data-open={open}>
      <button
        type="button"
        className={s.line}
        aria-expanded={open}
        onClick={() => onOpen?.(!open)}
        tabIndex={-1}
      >
        {content}
      </button>
      {open && <div className={s.body}>{body}</div>}
    </div>
  );
}
