import { DoorOpen, type LucideIcon, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useWords } from '~/words/Words';
import s from './Isolation.module.css';
import type { Verdict } from './matrix';

const LOOKS: Record<Verdict, readonly [LucideIcon, string]> = {
  blocked: [ShieldCheck, 'good'],
  open: [DoorOpen, 'bad'],
  not_enforceable: [ShieldAlert, 'wait'],
};

/** Blocked, open, or not enforceable here. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { settings } = useWords();
  const [Icon, tone] = LOOKS[verdict];
  return (
    <span className={s.verdict} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {settings.isolation.verdicts[verdict]}
    </span>
  );
}
