import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileDiff, FileWarning } from 'lucide-react';
import { Notice } from '~/parts/Notice';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './DiffView.module.css';
import { Review } from './Review';
import { blobAddress, changesQuery, type DiffSource, patchAddress, scopeOf } from './source';

export interface DiffViewProps {
  readonly source: DiffSource;
  /** The diff is read again when it changes: a turn ended, the agent has stopped. */
  readonly version: string;
  /**
   * Sends what was said on lines to the agent, as its next turn; the text is whole Markdown. Absent
   * where nobody may (a shared page, a task that runs). Throws what the server refused.
   */
  readonly onComments?: ((text: string) => Promise<void>) | undefined;
}

/** What the task changed, to be reviewed. */
export function DiffView({ source, version, onComments }: DiffViewProps) {
  const { app, diff, task } = useWords();
  const refusal = useRefusal();
  const { data, error, refetch } = useQuery(changesQuery(source, version));
  if (data?.files.length) {
    return (
      <Review
        key={scopeOf(source)}
        changes={data}
        scope={scopeOf(source)}
        patch={patchAddress(source)}
        blob={blobAddress(source)}
        mayComment={source.kind === 'task'}
        onComments={onComments}
      />
    );
  }
  if (data) return <Notice icon={FileDiff} title={task.noChange} />;
  if (error) {
    return (
      <Notice icon={FileWarning} title={diff.failed} hint={refusal(error)}>
        <Button variant="default" onClick={() => refetch()}>
          {app.retryNow}
        </Button>
      </Notice>
    );
  }
  return (
    <div className={s.waits} role="status" aria-label={diff.loading}>
      <span />
      <span />
      <span />
    </div>
  );
}
