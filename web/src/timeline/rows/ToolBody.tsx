import { type Change, commandOf } from '../edit/change';
import { Edit } from '../edit/Edit';
import type { ToolRow } from '../story/rows';
import { Terminal } from '../terminal/Terminal';
import type { RowProps } from './props';
import s from './Tool.module.css';
import { Whole } from './Whole';

interface Props extends RowProps<ToolRow> {
  readonly change: Change | undefined;
}

/** An edit as a small diff, anything else as what it printed, with the whole command before it. */
export function ToolBody({ row, change, whole, onWhole }: Props) {
  const command = row.tool === 'execute' ? commandOf(row.input) : undefined;
  const isLong = command !== undefined && command.trim() !== row.title.trim();
  const { status } = row;
  if (change && status === 'completed') {
    return <Edit change={change} whole={whole} onWhole={onWhole} />;
  }
  return (
    <div className={s.body}>
      {isLong && <Whole text={command} className={s.command} />}
      {row.tool !== 'execute' && row.input && !change && (
        <Whole text={row.input} className={s.command} />
      )}
      {change && <Edit change={change} whole={whole} onWhole={onWhole} />}
      {(status !== 'running' || row.printed.text) && (
        <Terminal
          printed={row.printed}
          live={status === 'running'}
          whole={whole}
          onWhole={onWhole}
        />
      )}
    </div>
  );
}
