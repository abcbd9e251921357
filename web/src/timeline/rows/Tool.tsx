import {
  Brain,
  FileInput,
  FilePen,
  FileText,
  Globe,
  type LucideIcon,
  Search,
  SquareTerminal,
  Trash2,
  Wrench,
} from 'lucide-react';
import { useMemo } from 'react';
import { visible } from '~/text/hidden';
import { useWords } from '~/words/Words';
import { changeOf } from '../edit/change';
import { ending } from '../story/printed';
import type { ToolRow } from '../story/rows';
import { Counted } from './Counted';
import { Line } from './Line';
import type { RowProps } from './props';
import { Spent } from './Spent';
import s from './Tool.module.css';
import { ToolBody } from './ToolBody';

const ICONS: Record<string, LucideIcon> = {
  read: FileText,
  edit: FilePen,
  delete: Trash2,
  move: FileInput,
  search: Search,
  execute: SquareTerminal,
  think: Brain,
  fetch: Globe,
};

/** A tool at work: what it was called for, how it ended; what it printed or changed unfolds. */
export function Tool(props: RowProps<ToolRow>) {
  const { row, open, onOpen } = props;
  const { timeline } = useWords();
  const { status } = row;
  const exit = row.tool === 'execute' ? ending(row.printed.text).exit : undefined;
  const isBad = status === 'failed';
  const change = useMemo(() => (row.tool === 'edit' ? changeOf(row.input) : undefined), [row]);
  return (
    <Line
      icon={ICONS[row.tool] ?? Wrench}
      tone={status === 'running' ? 'busy' : isBad ? 'bad' : status === 'cut' ? 'wait' : 'plain'}
      aside={
        <>
          <Spent spent={row.spent} />
          {change && status === 'completed' && (
            <span className={s.counts}>
              {change.added > 0 && <span className={s.added}>+{change.added}</span>}
              {change.removed > 0 && <span className={s.removed}>−{change.removed}</span>}
            </span>
          )}
          {(isBad || status === 'cut') && (
            <span className={s.status} data-status={status}>
              {exit === undefined ? timeline.tool[status] : timeline.exit(exit)}
            </span>
          )}
          <Counted row={row} />
          {status === 'completed' && <span className="unseen">{timeline.tool.completed}</span>}
        </>
      }
      open={open}
      onOpen={onOpen}
      body={<ToolBody {...props} change={change} />}
    >
      <code className={s.title} data-kind={row.tool}>
        {visible(row.title)}
      </code>
    </Line>
  );
}
