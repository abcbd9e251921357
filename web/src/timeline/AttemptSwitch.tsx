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
  const sorted = [...attempts].sort((a, b) => a - b);
  return (
    <fieldset className={s.switch}>
      <legend className="unseen">{timeline.attempts}</legend>
      {[undefined, ...sorted].map(attempt => (
        <button
          key={attempt ?? 0}
          type="button"
          aria-pressed={attempt === chosen}
          onClick={() => choose(attempt)}
        >
          {attempt === undefined ? timeline.allAttempts : timeline.attempt(attempt)}
        </button>
      ))}
    </fieldset>
  );
}
