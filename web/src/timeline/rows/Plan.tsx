import { Circle, CircleCheck, CircleDot, ListChecks, type LucideIcon } from 'lucide-react';
import { visible } from '~/text/hidden';
import { useWords } from '~/words/Words';
import type { PlanRow } from '../story/rows';
import { Line } from './Line';
import s from './Plan.module.css';
import type { RowProps } from './props';

type Status = 'pending' | 'in_progress' | 'completed';
const ICONS: Record<Status, LucideIcon> = {
  pending: Circle,
  in_progress: CircleDot,
  completed: CircleCheck,
};

/** What the agent means to do, with ticks. A plan that was replaced is folded. */
export function Plan({ row, open, onOpen }: RowProps<PlanRow>) {
  const { timeline } = useWords();
  const { entries } = row;
  const done = entries.filter(entry => entry.status === 'completed').length;
  return (
    <Line
      icon={ListChecks}
      tone="plain"
      open={open}
      onOpen={onOpen}
      aside={timeline.planDone(done, entries.length)}
      body={
        <ol className={s.plan}>
          {entries.map(({ text, status }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name
            <Step key={i} text={text} status={statusOf(status)} />
          ))}
        </ol>
      }
    >
      {timeline.plan}
    </Line>
  );
}

function Step({ text, status }: { readonly text: string; readonly status: Status }) {
  const { timeline } = useWords();
  const Icon = ICONS[status];
  return (
    <li className={s.step} data-status={status}>
      <Icon size={15} aria-hidden />
      <span>
        {visible(text)}
        <span className="unseen"> ({timeline.steps[status]})</span>
      </span>
    </li>
  );
}

function statusOf(text: string): Status {
  return text === 'completed' || text === 'in_progress' ? text : 'pending';
}
