import { useQuery } from '@tanstack/react-query';
import {
  Bot,
  CircleCheck,
  CircleSlash,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { taskQuery } from '~/api/queries';
import { visible } from '~/text/hidden';
import { useNow } from '~/time/now';
import { useFormats, useWords } from '~/words/Words';
import type { PhaseRow } from '../story/rows';
import { Terminal } from '../terminal/Terminal';
import { Line, type Tone } from './Line';
import s from './Phase.module.css';
import type { RowProps } from './props';
import { SpentInAll } from './Spent';

const ICONS: Record<PhaseRow['ends'], LucideIcon> = {
  open: LoaderCircle,
  ended: CircleCheck,
  failed: CircleX,
  cut: CircleSlash,
};
const TONES: Record<PhaseRow['ends'], Tone> = {
  open: 'busy',
  ended: 'quiet',
  failed: 'bad',
  cut: 'wait',
};

/** A part of the way: how long it took and why, with what it printed. */
export function Phase({ row, open, onOpen, whole, onWhole, taskId }: RowProps<PhaseRow>) {
  const { timeline } = useWords();
  const { phase, ends, printed, note, commit, spent } = row;
  const runs = ends === 'open';
  const Icon = ends === 'ended' && phase === 'run' ? Bot : ICONS[ends];
  const hasOutput = printed.text !== '';
  return (
    <Line
      icon={Icon}
      tone={TONES[ends]}
      turning={runs}
      aside={
        <>
          {spent && <SpentInAll spent={spent} />}
          {ends === 'cut' && timeline.cut}
          <Time row={row} />
        </>
      }
      open={open}
      onOpen={onOpen}
      {...(hasOutput
        ? {
            body: <Terminal printed={printed} live={runs} whole={whole} onWhole={onWhole} />,
          }
        : {})}
    >
      <span className={s.name}>{runs ? timeline.phasesNow[phase] : timeline.phases[phase]}</span>
      {commit && (
        <span className={s.note} title={commit.id}>
          <code>{commit.id.slice(0, 7)}</code> {visible(commit.subject)}
        </span>
      )}
      {note && <span className={s.note}>{visible(timeline.reasons[note] ?? note)}</span>}
      {runs && phase === 'queue' && <Queue taskId={taskId} />}
    </Line>
  );
}

function Time({ row }: { readonly row: PhaseRow }) {
  const { duration } = useFormats();
  const runs = row.ends === 'open';
  const now = useNow(1_000, runs);
  const ms = runs ? now - Date.parse(row.at) : row.took;
  return ms === undefined ? null : <span>{duration(Math.max(0, ms))}</span>;
}

/** Why it waits, as the task's own record tells. */
function Queue({ taskId }: { readonly taskId: string }) {
  const { timeline } = useWords();
  const { data } = useQuery({ ...taskQuery(taskId), select: task => task.queue, enabled: false });
  if (!data) return null;
  return <span className={s.note}>{timeline.position(data.position)}</span>;
}
