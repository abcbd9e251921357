import type { Attempt } from '~/api/client';
import { useWords } from '~/words/Words';
import { Artifacts } from './Artifacts';
import { CheckResult } from './CheckResult';
import { Explanation } from './Explanation';
import { fileAddress } from './files';
import s from './Result.module.css';
import { TakeHome } from './TakeHome';

interface Props {
  readonly taskId: string;
  readonly attempt: Pick<Attempt, 'number' | 'result'>;
}

/** What came out beside the changes: check, explanation, files, and how to take it all. */
export function Result({ taskId, attempt: { number, result } }: Props) {
  const { task } = useWords();
  const { explanation, check, artifacts, diffStat } = result;
  return (
    <div className={s.result}>
      {check && <CheckResult check={check} log={fileAddress(taskId, number, 'check.log')} />}
      {explanation ? <Explanation text={explanation} /> : <p className={s.quiet}>{task.notYet}</p>}
      <Artifacts artifacts={artifacts} taskId={taskId} attempt={number} />
      {diffStat && <TakeHome taskId={taskId} attempt={number} changed={diffStat.files > 0} />}
    </div>
  );
}
