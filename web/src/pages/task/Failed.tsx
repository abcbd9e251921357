import { Button } from '@mantine/core';
import { CircleX, Gauge, Lightbulb, RotateCcw, ScrollText, Settings } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Failure, Task } from '~/api/client';
import type { Feed } from '~/feed/feed';
import { plainText } from '~/text/plainText';
import { useWords } from '~/words/Words';
import { ContinueDialog } from './ContinueDialog';
import s from './Failed.module.css';
import { way } from './failure';
import type { Budget } from './told';
import { useRetry } from './useRetry';

interface Props {
  readonly task: Task;
  readonly failure: Failure;
  readonly budget: Budget | undefined;
  readonly feed: Feed;
  readonly showLogs: () => void;
}

/** Why it failed, in the server's own words, with the end of the log, and what to do about it. */
export function Failed({ task, failure, budget, feed, showLogs }: Props) {
  const words = useWords().task;
  const retry = useRetry(task, feed);
  const [asking, setAsking] = useState(false);
  const { more, models } = way(failure.cause);
  return (
    <section className={s.failed} aria-labelledby="failed">
      <h2 className={s.title} id="failed">
        <CircleX size={16} aria-hidden />
        {words.causes[failure.cause]}
        <span className={s.phase}>{words.phases[failure.phase]}</span>
      </h2>
      <p className={s.message}>{failure.message}</p>
      {failure.logTail && (
        <details open={failure.phase === 'setup'}>
          <summary>{words.log}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too */}
          <pre className={s.log} tabIndex={0}>
            {plainText(failure.logTail)}
          </pre>
        </details>
      )}
      <p className={s.advice}>
        <Lightbulb size={14} aria-hidden />
        <span>{words.advice[failure.cause]}</span>
      </p>
      <div className={s.actions}>
        {more && (
          <Button leftSection={<Gauge size={14} />} onClick={() => setAsking(true)}>
            {words.actions.continue}
          </Button>
        )}
        {models && (
          <Button
            component={Link}
            to="/settings/models"
            variant="default"
            leftSection={<Settings size={14} />}
          >
            {words.toModels}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<RotateCcw size={14} />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {words.actions.retry}
        </Button>
        <Button variant="default" leftSection={<ScrollText size={14} />} onClick={showLogs}>
          {words.toLogs}
        </Button>
      </div>
      <ContinueDialog
        task={task}
        budget={budget}
        feed={feed}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
