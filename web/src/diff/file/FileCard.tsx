import { memo } from 'react';
import type { Lines } from '../patch/lines';
import type { FileDiff } from '../patch/patch';
import type { Draft } from '../review/message';
import { useDoings } from '../view/context';
import { useNear } from '../view/near';
import { ROW_PX } from './Chunk';
import { FileBody, FoldedBody } from './FileBody';
import s from './FileCard.module.css';
import { FileHead } from './FileHead';
import { foldedAtFirst, rowsExpected } from './kind';

interface Props {
  readonly file: FileDiff;
  readonly index: number;
  /** As somebody wished; if nobody did, as its kind is. */
  readonly folded: boolean | undefined;
  readonly viewed: boolean;
  readonly drafts: readonly Draft[];
  readonly selected: Lines | undefined;
  readonly cursor: number | undefined;
}

const HEAD_PX = 42;
const NOTE_PX = 54;

const isWrittenIn = (card: HTMLElement) => card.querySelector('textarea') !== null;

/** A file of the change. */
export const FileCard = memo(function FileCard({ file, index, folded, viewed, ...rest }: Props) {
  const { split } = useDoings();
  const why = foldedAtFirst(file);
  const isFolded = folded ?? viewed;
  const isShort = folded === undefined && why !== undefined;
  const body = isFolded ? 0 : isShort ? NOTE_PX : rowsExpected(file, split) * ROW_PX;
  const { ref, near, height } = useNear<HTMLElement>(HEAD_PX + body, isWrittenIn);
  return (
    <article
      ref={ref}
      className={s.card}
      data-file={index}
      aria-label={file.path}
      style={near ? undefined : { height: isFolded ? HEAD_PX : height }}
    >
      {near && (
        <>
          <FileHead file={file} folded={isFolded} viewed={viewed} comments={rest.drafts.length} />
          {!isFolded &&
            (isShort ? <FoldedBody file={file} why={why} /> : <FileBody file={file} {...rest} />)}
        </>
      )}
    </article>
  );
});
