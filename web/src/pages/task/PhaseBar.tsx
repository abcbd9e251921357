import { Check, LoaderCircle } from 'lucide-react';
import type { PhaseTiming, State } from '~/api/client';
import { isEnded } from '~/api/queries';
import { milliseconds } from '~/time/duration';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import s from './PhaseBar.module.css';

interface Props {
  readonly phases: readonly PhaseTiming[];
  readonly state: State;
}

/** The parts of the attempt's story, each with its time; the one that runs counts on. */
export function PhaseBar({ phases, state }: Props) {
  const { task } = useWords();
  const { duration } = useFormats();
  const live = !isEnded(state);
  const now = useNow(1_000, live);
  return (
    <ol className={s.bar}>
      {phases.map(({ phase, startedAt, took, note }) => {
        const runs = took === undefined && live;
        const ms = took === undefined ? now - Date.parse(startedAt) : milliseconds(took);
        return (
          <li key={`${phase} ${startedAt}`} className={s.phase} data-runs={runs} title={note}>
            {runs ? <LoaderCircle size={13} aria-hidden /> : <Check size={13} aria-hidden />}
            <span>{task.phases[phase]}</span>
            <span className={s.time}>{took || runs ? duration(Math.max(0, ms)) : ''}</span>
            {runs && note && <span className={s.note}>{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
