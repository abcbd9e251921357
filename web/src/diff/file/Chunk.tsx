import { Fragment, memo, type ReactNode } from 'react';
import type { Side } from '../patch/lines';
import type { Row as RowShown } from '../rows/rows';
import { useNear } from '../view/near';
import { Row } from './Row';
import type { Colours } from './useColours';

export const CHUNK = 50;
export const ROW_PX = 20;
export const HUNK_PX = 28;

interface Props {
  readonly rows: readonly RowShown[];
  readonly first: number;
  readonly path: string;
  readonly colours: Colours;
  readonly showReturn: boolean;
  /** Indices of rows, within this chunk; none if undefined. */
  readonly selectedSide: Side | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly cursor: number | undefined;
  /** What stands below a row: comments. */
  readonly notes: ReadonlyMap<number, ReactNode> | undefined;
}

/** Some rows of a file; as long as they are far away, only the room that they take. */
export const Chunk = memo(function Chunk({ rows, first, notes, ...rest }: Props) {
  const shown = rows.slice(first, first + CHUNK);
  const { ref, near, height } = useNear<HTMLDivElement>(heightOf(shown));
  if (!near && !notes) return <div ref={ref} data-chunk={first / CHUNK} style={{ height }} />;
  return (
    <div ref={ref} data-chunk={first / CHUNK}>
      {shown.map((row, offset) => {
        const index = first + offset;
        const { selectedSide, selectedFrom = -1, selectedTo = -1, cursor, ...same } = rest;
        return (
          <Fragment key={index}>
            <Row
              {...same}
              row={row}
              index={index}
              selected={index >= selectedFrom && index <= selectedTo ? selectedSide : undefined}
              atCursor={index === cursor}
            />
            {notes?.get(index)}
          </Fragment>
        );
      })}
    </div>
  );
});

/** Without long lines, which take more when they are wrapped. */
export function heightOf(rows: readonly RowShown[]): number {
  return rows.reduce((sum, row) => sum + (row.kind === 'hunk' ? HUNK_PX : ROW_PX), 0);
}
