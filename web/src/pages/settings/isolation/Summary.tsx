import { DoorOpen, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Isolation } from '~/api/client';
import { milliseconds } from '~/time/duration';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './Isolation.module.css';
import { counted } from './matrix';

/** The whole of it in one line, and how old it is. */
export function Summary({ isolation }: { readonly isolation: Isolation }) {
  const { settings } = useWords();
  const { isolation: words } = settings;
  const { ago, duration, moment } = useFormats();
  const now = useNow(30_000);
  const { blocked, open, not_enforceable } = counted(isolation.phases);
  const [Icon, tone, line] = !isolation.holds
    ? ([DoorOpen, 'bad', words.opened(open)] as const)
    : not_enforceable
      ? ([ShieldAlert, 'wait', words.holdsBut(not_enforceable)] as const)
      : ([ShieldCheck, 'good', words.holds(blocked)] as const);
  return (
    <div className={s.summary} data-tone={tone}>
      <span className={s.shield}>
        <Icon size={20} aria-hidden />
      </span>
      <div className={s.said}>
        <p className={s.holds}>{line}</p>
        <p className={s.when} title={moment(isolation.at)}>
          {words.when(ago(isolation.at, now), duration(milliseconds(isolation.took)))}
        </p>
      </div>
    </div>
  );
}
