import { SegmentedControl } from '@mantine/core';
import { useWords } from '~/words/Words';
import s from './AttemptSwitch.module.css';

interface Props {
  readonly attempts: readonly number[];
  readonly chosen: number | undefined;
  readonly choose: (attempt: number | undefined) => void;
}

/** Of several attempts: all of them in the order of time, or one. */
export function AttemptSwitch({ attempts, chosen, choose }: Props) {
  const { timeline } = useWords();
  return (
    <SegmentedControl
      className={s.switch ?? ''}
      size="xs"
      aria-label={timeline.attempts}
      value={String(chosen ?? 0)}
      onChange={value => choose(Number(value) || undefined)}
      data={[
        { value: '0', label: timeline.allAttempts },
        ...[...attempts]
          .sort((a, b) => a - b)
          .map(n => ({ value: String(n), label: timeline.attempt(n) })),
      ]}
    />
  );
}
