import { useState } from 'react';
import type { Attempt, Task } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { PhaseBar } from '~/parts/phases/PhaseBar';
import { Segments } from '~/parts/Segments';
import { useWords } from '~/words/Words';
import { Meters } from './Meters';
import s from './Progress.module.css';
import { type Told, turnsOf } from './told';
import { Wait } from './Wait';

interface Props {
  readonly task: Task;
  readonly feed: Feed;
  readonly attempt: Attempt;
  readonly told: Told;
  readonly showLogs: () => void;
}

/** How far it is: its phases, turn by turn, what it waits for, and what it used. */
export function Progress({ task, feed, attempt, told, showLogs }: Props) {
  const words = useWords().task;
  const [asked, setAsked] = useState<number>();
  const turns = turnsOf(told, attempt.number);
  const earlier = turns.find(it => it.number === asked && it.number < attempt.turn);
  return (
    <div className={s.progress}>
      <div className={s.way}>
        {attempt.turn > 1 && turns.length > 1 && (
          <Segments
            label={words.turns}
            value={String(earlier?.number ?? attempt.turn)}
            options={turns.map(({ number }) => ({
              value: String(number),
              name: words.turn(number),
            }))}
            onChange={value => setAsked(Number(value))}
          />
        )}
        <PhaseBar
          phases={earlier?.phases ?? attempt.phases}
          state={earlier?.state ?? attempt.state}
          failed={earlier ? undefined : attempt.failure?.phase}
          hasCheck={task.check !== undefined}
        />
      </div>
      {!earlier && <Wait task={task} attempt={attempt} showLogs={showLogs} />}
      <Meters task={task} feed={feed} attempt={attempt} told={told} />
    </div>
  );
}
