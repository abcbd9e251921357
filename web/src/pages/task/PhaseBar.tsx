import { Check, LoaderCircle, X } from 'lucide-react';
import type { Phase, PhaseTiming, State } from '~/api/client';
import { isEnded } from '~/api/queries';
import { milliseconds } from '~/time/duration';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './PhaseBar.module.css';

interface Props {
  readonly phases: readonly PhaseTiming[];
  readonly state: State;
  /** The one that the attempt failed in. */
  readonly failed?: Phase | undefined;
}

/** The parts of the attempt's story, each with its time; the one that runs counts on. */
export function PhaseBar({ phases, state, failed }: Props) {
  const { task } = useWords();
  const { duration } = useFormats();
  const live = !isEnded(state);
  const now = useNow(1_000, live);
  return (
    <ol className={s.bar}>
      {phases.map(({ phase, startedAt, took, note }, index) => {
        const runs = took === undefined && live;
        const ms = took === undefined ? now - Date.parse(startedAt) : milliseconds(took);
        const bad = phase === failed && !phases.slice(index + 1).some(it => it.phase === phase);
        const Icon = runs ? LoaderCircle : bad ? X : Check;
        return (
          <li
            key={`${phase} ${startedAt}`}
            className={s.phase}
            data-runs={runs}
            data-bad={bad}
            title={note}
          >
            <Icon size={13} aria-hidden />
            <span>{task.phases[phase]}</span>
            <span className={s.time}>{took || runs ? duration(Math.max(0, ms)) : ''}</span>
            {runs && note && <span className={s.note}>{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
