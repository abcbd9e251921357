import { lazy, Suspense } from 'react';
import type { Task } from '~/api/client';
import { isEnded } from '~/api/queries';
import type { Feed } from '~/feed/feed';
import { Tabs } from '~/parts/Tabs';
import { useWords } from '~/words/Words';
import { Failed } from './Failed';
import { Header } from './Header';
import { MessageBox } from './MessageBox';
import { PhaseBar } from './PhaseBar';
import { ResultPanel } from './ResultPanel';
import s from './TaskView.module.css';
import { useSay } from './useSay';
import { TABS, useTab } from './useTab';

const Timeline = lazy(async () => ({ default: (await import('~/timeline/Timeline')).Timeline }));
const DiffView = lazy(async () => ({ default: (await import('~/diff/DiffView')).DiffView }));

export function TaskView({ task, feed }: { readonly task: Task; readonly feed: Feed }) {
  const words = useWords().task;
  const [tab, setTab] = useTab(task);
  const say = useSay(task.id, feed);
  const attempt = shownAttempt(task);
  const ended = isEnded(task.state);
  return (
    <div className={s.page}>
      <Header task={task} feed={feed} />
      <PhaseBar phases={task.phases} state={task.state} failed={task.failure?.phase} />
      {task.failure && <Failed failure={task.failure} />}
      <Tabs value={tab} onChange={setTab} tabs={TABS.map(value => ({ value, name: words[value] }))}>
        <Suspense fallback={null}>
          {tab === 'timeline' && <Timeline taskId={task.id} feed={feed} />}
          {tab === 'changes' &&
            (task.result.diffStat ? (
              <DiffView
                source={{ kind: 'task', taskId: task.id, attempt: attempt.number }}
                version={`${attempt.turn} ${attempt.state} ${attempt.endedAt ?? ''}`}
                onComments={ended ? say : undefined}
              />
            ) : (
              <p className={s.quiet}>{ended ? words.noChange : words.notYet}</p>
            ))}
          {tab === 'result' && <ResultPanel task={task} />}
        </Suspense>
      </Tabs>
      <MessageBox state={task.state} say={say} />
    </div>
  );
}

/** The attempt that gives the task its state: the last one in that state. */
function shownAttempt(task: Task) {
  return (
    task.attempts.findLast(attempt => attempt.state === task.state) ??
    task.attempts.at(-1) ?? { number: 1, turn: 1, state: task.state, endedAt: task.endedAt }
  );
}
