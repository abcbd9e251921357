// Things that happen in a line.
import {
  Archive,
  ArchiveRestore,
  Ban,
  CircleX,
  Gauge,
  GitCompare,
  Hand,
  Info,
  Link2,
  Link2Off,
  type LucideIcon,
  Package,
  Undo2,
} from 'lucide-react';
import { DiffNumbers } from '~/parts/DiffNumbers';
import { visible } from '~/text/hidden';
import { milliseconds } from '~/time/duration';
import { useFormats, useWords } from '~/words/Words';
import type {
  ArtifactsRow,
  BudgetRow,
  DiffRow,
  DoneRow,
  MovedRow,
  NoteRow,
  RefusedRow,
} from '../story/rows';
import { Line } from './Line';
import s from './Moments.module.css';

export function Note({ row }: { readonly row: NoteRow }) {
  return (
    <Line icon={Info}>
      <span className={s.wraps}>{visible(row.text)}</span>
    </Line>
  );
}

export function Moved({ row }: { readonly row: MovedRow }) {
  const { timeline, task } = useWords();
  const { to, reason } = row;
  const words = timeline.moved;
  const name =
    to === 'queued' || to === 'waiting' ? words[to] : words.other(task.states[to].toLowerCase());
  return (
    <Line icon={to === 'waiting' ? Hand : Undo2} tone="wait">
      <span className={s.name}>{name}</span>
      {reason && <span className={s.quiet}>{visible(timeline.reasons[reason] ?? reason)}</span>}
    </Line>
  );
}

export function Refusal({ row }: { readonly row: RefusedRow }) {
  const { timeline } = useWords();
  return (
    <Line icon={CircleX} tone="bad" aside={row.times > 1 && timeline.network.times(row.times)}>
      <span className={s.name}>{timeline.refused(row.status)}</span>
      <span className={s.quiet}>{visible(row.model)}</span>
    </Line>
  );
}

export function Diff({ row }: { readonly row: DiffRow }) {
  const { timeline } = useWords();
  const { stat, setupTouched } = row;
  return (
    <Line icon={GitCompare} tone="plain" aside={stat.files > 0 && <DiffNumbers stat={stat} />}>
      <span className={s.name}>{stat.files ? timeline.diff(stat.files) : timeline.noDiff}</span>
      {setupTouched.length > 0 && (
        <span className={s.quiet} title={setupTouched.slice(0, 20).map(visible).join('\n')}>
          {timeline.setupTouched(setupTouched.length)}
        </span>
      )}
    </Line>
  );
}

export function Artifacts({
  row,
  taskId,
}: {
  readonly row: ArtifactsRow;
  readonly taskId: string;
}) {
  const { timeline } = useWords();
  const { bytes } = useFormats();
  const few = row.artifacts.slice(0, 5);
  const folder = row.attempt > 1 ? `attempt-${row.attempt}/output` : 'output';
  return (
    <Line icon={Package} tone="plain">
      <span className={s.name}>{timeline.artifacts(row.artifacts.length)}</span>
      <span className={s.files}>
        {few.map(({ path, bytes: size }) => (
          <a
            key={path}
            href={`/logs/${taskId}/${folder}/${encoded(path)}`}
            title={bytes(size)}
            download
          >
            {visible(path)}
          </a>
        ))}
        {row.artifacts.length > few.length && '…'}
      </span>
    </Line>
  );
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

export function BudgetRaised({ row }: { readonly row: BudgetRow }) {
  const { timeline } = useWords();
  const { money, short, number, duration } = useFormats();
  const { usd, tokens, calls, time } = row.budget;
  const was = row.from;
  /** From what, if it was another. */
  const step = <T,>(from: T | undefined, to: T, say: (it: T) => string) =>
    from === undefined || from === to ? say(to) : `${say(from)} → ${say(to)}`;
  const limits = [
    usd !== undefined && step(was?.usd, usd, money),
    tokens !== undefined && `${step(was?.tokens, tokens, short)} ${timeline.limits.tokens}`,
    calls !== undefined && `${step(was?.calls, calls, number)} ${timeline.limits.calls}`,
    step(was?.time, time, it => duration(milliseconds(it))),
  ].filter(Boolean);
  return (
    <Line icon={Gauge} tone="plain">
      <span className={s.name}>{timeline.budget(row.by)}</span>
      <span className={s.quiet}>{limits.join(' · ')}</span>
    </Line>
  );
}

const DONE: Record<DoneRow['what'], LucideIcon> = {
  cancel: Ban,
  share: Link2,
  unshare: Link2Off,
  archive: Archive,
  unarchive: ArchiveRestore,
};

export function Done({ row }: { readonly row: DoneRow }) {
  const { timeline } = useWords();
  return (
    <Line icon={DONE[row.what]} tone="plain">
      {timeline.done[row.what](row.by)}
    </Line>
  );
}
