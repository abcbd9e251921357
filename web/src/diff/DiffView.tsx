import { useQuery } from '@tanstack/react-query';
import { useWords } from '~/words/Words';
import s from './DiffView.module.css';
import { type DiffSource, patchQuery } from './source';

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
export function DiffView({ source, version }: DiffViewProps) {
  const { diff, task } = useWords();
  const { data, isPending } = useQuery(patchQuery(source, version));
  if (isPending) return <p className={s.quiet}>{diff.loading}</p>;
  if (!data) return <p className={s.quiet}>{task.noChange}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
    <pre className={s.patch} tabIndex={0}>
      {data}
    </pre>
  );
}
