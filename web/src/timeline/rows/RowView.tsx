import { memo } from 'react';
import type { Row } from '../story/rows';
import { Asked } from './Asked';
import { Artifacts, BudgetRaised, Diff, Done, Moved, Note, Refusal } from './Moments';
import { Network } from './Network';
import { Check, Ended } from './Outcomes';
import { Permission } from './Permission';
import { Phase } from './Phase';
import { Plan } from './Plan';
import type { RowProps } from './props';
import { Said } from './Said';
import { Thought } from './Thought';
import { Tool } from './Tool';
import { Turn } from './Turn';

interface Props {
  readonly row: Row;
  readonly taskId: string;
  readonly open: boolean;
  readonly whole: boolean;
  readonly setOpen: (id: number, open: boolean) => void;
  readonly setWhole: (id: number, whole: boolean) => void;
}

/** A row as it looks. Drawn anew only when it changed. */
export const RowView = memo(function RowView({ row, setOpen, setWhole, ...rest }: Props) {
  const more: Omit<RowProps<Row>, 'row'> = {
    ...rest,
    onOpen: open => setOpen(row.id, open),
    onWhole: whole => setWhole(row.id, whole),
  };
  switch (row.kind) {
    case 'asked':
      return <Asked row={row} {...more} />;
    case 'turn':
      return <Turn row={row} />;
    case 'phase':
      return <Phase row={row} {...more} />;
    case 'moved':
      return <Moved row={row} />;
    case 'said':
      return <Said row={row} />;
    case 'thought':
      return <Thought row={row} {...more} />;
    case 'tool':
      return <Tool row={row} {...more} />;
    case 'plan':
      return <Plan row={row} {...more} />;
    case 'permission':
      return <Permission row={row} {...more} />;
    case 'network':
      return <Network row={row} {...more} />;
    case 'note':
      return <Note row={row} />;
    case 'refused':
      return <Refusal row={row} />;
    case 'diff':
      return <Diff row={row} />;
    case 'check':
      return <Check row={row} />;
    case 'artifacts':
      return <Artifacts row={row} taskId={rest.taskId} />;
    case 'budget':
      return <BudgetRaised row={row} />;
    case 'done':
      return <Done row={row} />;
    case 'ended':
      return <Ended row={row} />;
  }
});
