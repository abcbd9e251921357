import { lazy, Suspense, useRef } from 'react';
import { useMay } from '~/api/caller';
import type { Task } from '~/api/client';
import { isEnded } from '~/api/queries';
import type { Feed } from '~/feed/feed';
import { Tabs } from '~/parts/Tabs';
import { Result } from '~/result/Result';
import { useWords } from '~/words/Words';
import { Attempts } from './Attempts';
import { Failed } from './Failed';
import { Header } from './Header';
import { Logs } from './logs/Logs';
import { Progress } from './Progress';
import { MessageBox } from './say/MessageBox';
import s from './TaskView.module.css';
import { budgetOf } from './told';
import { useAttempt } from './useAttempt';
import { useSay } from './useSay';
import { TABS, useTab } from './useTab';
import { useTaskKeys } from './useTaskKeys';
import { useTold } from './useTold';

const Timeline = lazy(async () => ({ default: (await import('~/timeline/Timeline')).Timeline }));
const DiffView = lazy(async () => ({ default: (await import('~/diff/DiffView')).DiffView }));

export function TaskView({ task, feed }: { readonly task: Task; readonly feed: Feed }) {
  const words = useWords().task;
  const { attempt, isChosen, choose } = useAttempt(task);
  const [tab, setTab] = useTab(attempt);
  const told = useTold(feed);
  const may = useMay('write');
  const several = task.attempts.length > 1;
  const say = useSay(task.id, feed, several ? attempt.number : undefined);
  const box = useRef<HTMLTextAreaElement>(null);
  const showLogs = () => setTab('logs');
  useTaskKeys({ setTab, write: () => box.current?.focus() });
  const ended = isEnded(attempt.state);
  const { diffStat } = attempt.result;
  return (
    <div className={s.page}>
      <Header task={task} feed={feed} />
      <Attempts task={task} shown={attempt} choose={choose} />
      <Progress task={task} feed={feed} attempt={attempt} told={told} showLogs={showLogs} />
      {attempt.failure && (
        <Failed
          task={task}
          failure={attempt.failure}
          budget={budgetOf(told, attempt.number)}
          feed={feed}
          showLogs={showLogs}
        />
      )}
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={TABS.map(value => ({
          value,
          name: value === 'logs' ? words.logs.title : words[value],
        }))}
      >
        <Suspense fallback={null}>
          {tab === 'timeline' && (
            <Timeline
              taskId={task.id}
              feed={feed}
              attempt={isChosen && several ? attempt.number : undefined}
            />
          )}
          {tab === 'changes' &&
            (diffStat ? (
              <DiffView
                source={{ kind: 'task', taskId: task.id, attempt: attempt.number }}
                version={`${attempt.turn} ${attempt.state} ${attempt.endedAt ?? ''}`}
                onComments={ended && may ? say : undefined}
              />
            ) : (
              <p className={s.quiet}>{ended ? words.noChange : words.notYet}</p>
            ))}
          {tab === 'result' && <Result taskId={task.id} attempt={attempt} />}
          {tab === 'logs' && <Logs taskId={task.id} attempt={attempt} />}
        </Suspense>
      </Tabs>
      {may && (
        <MessageBox
          ref={box}
          taskId={task.id}
          state={attempt.state}
          attempt={several ? attempt.number : undefined}
          say={say}
        />
      )}
    </div>
  );
}
