import { Check, Circle, CircleMinus, LoaderCircle, type LucideIcon, X } from 'lucide-react';
import type { Phase, PhaseTiming, State } from '~/api/client';
import { isEnded } from '~/api/states';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './PhaseBar.module.css';
import { type Step, steps } from './steps';

interface Props {
  readonly phases: readonly PhaseTiming[];
  readonly state: State;
  /** The one that the attempt failed in. */
  readonly failed?: Phase | undefined;
  readonly hasCheck: boolean;
}

const ICONS: Record<Step['kind'], LucideIcon> = {
  done: Check,
  runs: LoaderCircle,
  failed: X,
  stopped: CircleMinus,
  ahead: Circle,
};

/** The way of a turn, each step with its time; the one that runs counts on. */
export function PhaseBar({ phases, state, failed, hasCheck }: Props) {
  const { task, timeline } = useWords();
  const { duration } = useFormats();
  const now = useNow(1_000, !isEnded(state));
  return (
    <ol className={s.bar} aria-label={task.way}>
      {steps({ phases, state, failed, hasCheck, now }).map(
        ({ phase, kind, ms, ...step }, index) => {
          const note = step.note && (timeline.reasons[step.note] ?? step.note);
          const Icon = ICONS[kind];
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their place
              key={index}
              className={s.step}
              data-kind={kind}
              aria-current={kind === 'runs' ? 'step' : undefined}
              title={note}
            >
              <Icon size={13} strokeWidth={2.4} aria-hidden />
              <span className={s.name}>{task.phases[phase]}</span>
              {kind !== 'done' && <span className="unseen">{task.steps[kind]}</span>}
              {ms !== undefined && <span className={s.time}>{duration(whole(ms, kind))}</span>}
              {note && <span className={s.note}>{note}</span>}
            </li>
          );
        },
      )}
    </ol>
  );
}

/** What counts on shows whole seconds, or it would flicker. */
function whole(ms: number, kind: Step['kind']): number {
  return kind === 'runs' ? Math.max(1_000, Math.floor(ms / 1_000) * 1_000) : ms;
}
