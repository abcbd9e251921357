import type { Token } from '~/colour/token';
import { useWords } from '~/words/Words';
import type { Side } from '../patch/lines';
import { fragment } from '../review/place';
import type { Line } from '../rows/lines';
import { placeOf, type Row as RowShown } from '../rows/rows';
import { type WordChange, wordChange } from '../rows/words';
import { useDoings } from '../view/context';
import { Code } from './Code';
import { HunkHead } from './HunkHead';
import s from './Row.module.css';
import type { Colours } from './useColours';

interface Props {
  readonly row: RowShown;
  readonly index: number;
  readonly path: string;
  readonly colours: Colours;
  readonly showReturn: boolean;
  /** The side on which it is chosen. */
  readonly selected: Side | undefined;
  readonly atCursor: boolean;
}

export function Row({ row, index, selected, atCursor, ...rest }: Props) {
  if (row.kind === 'hunk') {
    return <HunkHead key={row.from} row={row} index={index} path={rest.path} />;
  }
  const marks = { 'data-row': index, 'data-selected': selected, 'data-cursor': atCursor };
  if (row.kind === 'line') {
    const { line, other } = row;
    const change = other && changeOf(line, other);
    return (
      <div className={s.unified} {...marks}>
        <LineNumber path={rest.path} side="old" number={line.old} mark={line.mark} />
        <LineNumber path={rest.path} side="new" number={line.new} mark={line.mark} />
        <Cell {...rest} line={line} change={change} />
      </div>
    );
  }
  const { left, right, alike } = row;
  const change = alike && left && right ? wordChange(left.text, right.text) : undefined;
  return (
    <div className={s.split} {...marks}>
      <Half {...rest} side="old" line={left} change={change} />
      <Half {...rest} side="new" line={right} change={change} />
    </div>
  );
}

function changeOf(line: Line, other: Line): WordChange | undefined {
  return line.mark === '-' ? wordChange(line.text, other.text) : wordChange(other.text, line.text);
}

interface CellProps {
  readonly line: Line;
  readonly change: WordChange | undefined;
  readonly path: string;
  readonly colours: Colours;
  readonly showReturn: boolean;
}

function Half({
  side,
  line,
  ...rest
}: Omit<CellProps, 'line'> & { side: Side; line: Line | undefined }) {
  if (!line) return <div className={s.none} data-side={side} />;
  return (
    <>
      <LineNumber path={rest.path} side={side} number={line[side]} mark={line.mark} />
      <Cell {...rest} line={line} side={side} />
    </>
  );
}

interface NumberProps {
  readonly path: string;
  readonly side: Side;
  readonly number: number | undefined;
  readonly mark: Line['mark'];
}

/** A link to the line: a click makes it the page's address, with Shift up to there. */
function LineNumber({ path, side, number, mark }: NumberProps) {
  if (number === undefined) return <span className={s.number} data-mark={mark} />;
  return (
    <a
      className={s.number}
      data-mark={mark}
      data-side={side}
      data-number={number}
      tabIndex={-1}
      href={fragment({ path, lines: { side, from: number, to: number } })}
    >
      {number}
    </a>
  );
}

function Cell({ line, change, colours, showReturn, side }: CellProps & { side?: Side }) {
  const { mayComment } = useDoings();
  const { diff } = useWords();
  const { side: own, number } = placeOf(line);
  const spans = line.mark === ' ' ? undefined : change?.[line.mark === '-' ? 'removed' : 'added'];
  const tokens: readonly Token[] | undefined = colours.get(line);
  return (
    <div className={s.code} data-mark={line.mark} data-side={side}>
      {mayComment && (side !== 'old' || own === 'old') && (
        <button
          type="button"
          className={s.plus}
          data-comment={own}
          data-number={number}
          aria-label={diff.comment}
          tabIndex={-1}
        />
      )}
      <Code line={line} tokens={tokens} changes={spans} showReturn={showReturn} />
    </div>
  );
}
