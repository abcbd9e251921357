import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Hand,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { State } from '~/api/client';
import { useWords } from '~/words/Words';
import s from './StateMark.module.css';

type Tone = 'quiet' | 'busy' | 'wait' | 'good' | 'bad';

const LOOKS: Record<State, readonly [LucideIcon, Tone]> = {
  queued: [CircleDashed, 'quiet'],
  preparing: [LoaderCircle, 'busy'],
  setting_up: [LoaderCircle, 'busy'],
  running: [LoaderCircle, 'busy'],
  waiting: [Hand, 'wait'],
  collecting: [LoaderCircle, 'busy'],
  succeeded: [CircleCheck, 'good'],
  failed: [CircleX, 'bad'],
  canceled: [Ban, 'quiet'],
};

interface Props {
  readonly state: State;
  /** Only the icon is seen; the word is there for who cannot see it. */
  readonly iconOnly?: boolean;
}

export function StateMark({ state, iconOnly = false }: Props) {
  const { task } = useWords();
  const [Icon, tone] = LOOKS[state];
  const word = task.states[state];
  return (
    <span
      className={s.mark}
      data-tone={tone}
      data-state={state}
      title={iconOnly ? word : undefined}
    >
      <Icon
        size={15}
        strokeWidth={2.1}
        className={Icon === LoaderCircle ? s.turning : undefined}
        aria-hidden
      />
      <span className={iconOnly ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}
