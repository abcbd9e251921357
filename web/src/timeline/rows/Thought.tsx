import { Brain } from 'lucide-react';
import { useWords } from '~/words/Words';
import { Markdown } from '../markdown/Markdown';
import type { ThoughtRow } from '../story/rows';
import { Line } from './Line';
import type { RowProps } from './props';
import { Spent } from './Spent';
import s from './Thought.module.css';

/** What the agent thought, folded to its first line. */
export function Thought({ row, open, onOpen }: RowProps<ThoughtRow>) {
  const { timeline } = useWords();
  const first = row.text.trimStart().split('\n', 1)[0] ?? '';
  return (
    <Line
      icon={Brain}
      aside={<Spent spent={row.spent} />}
      open={open}
      onOpen={onOpen}
      body={
        <div className={s.thought}>
          <Markdown text={row.text} />
        </div>
      }
    >
      <span className={s.name}>{timeline.thought}</span>
      {!open && <span className={s.first}>{first.slice(0, 240)}</span>}
    </Line>
  );
}
