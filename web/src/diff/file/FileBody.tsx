import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useFormats, useWords } from '~/words/Words';
import type { Lines as Selected } from '../patch/lines';
import type { FileDiff } from '../patch/patch';
import type { Draft } from '../review/message';
import { rowsOf } from '../rows/rows';
import { useDoings } from '../view/context';
import { BinaryBody } from './BinaryBody';
import s from './FileBody.module.css';
import { type Folded, lineEnds } from './kind';
import { Lines } from './Lines';

interface Props {
  readonly file: FileDiff;
  readonly drafts: readonly Draft[];
  readonly selected: Selected | undefined;
  readonly cursor: number | undefined;
}

/** What there is to see of a file: lines, pictures, or why there is nothing. */
export function FileBody(props: Props) {
  const { file } = props;
  const { diff } = useWords();
  if (file.binary) return <BinaryBody pieces={file.binary} path={file.path} />;
  if (!file.hunks.length) {
    return <p className={s.note}>{file.status === 'added' ? diff.empty : diff.noContent}</p>;
  }
  return <TextBody {...props} />;
}

function TextBody({ file, ...rest }: Props) {
  const { diff } = useWords();
  const { split, hideSpaces, widen } = useDoings();
  const readable = widen !== undefined;
  const shown = useMemo(
    () => rowsOf(file, { split, hideSpaces, readable }),
    [file, split, hideSpaces, readable],
  );
  const { mixed } = useMemo(() => lineEnds(file), [file]);
  if (!shown.rows.length) return <p className={s.note}>{diff.onlySpaces}</p>;
  return <Lines file={file} shown={shown} showReturn={mixed} {...rest} />;
}

/** Instead of a body that most people do not want to see. */
export function FoldedBody({ file, why }: { readonly file: FileDiff; readonly why: Folded }) {
  const { diff } = useWords();
  const { setFolded } = useDoings();
  const { number, bytes } = useFormats();
  const titles = {
    large: diff.largeTitle(number(file.additions + file.deletions), bytes(file.size)),
    generated: diff.generatedTitle,
    deleted: diff.deletedTitle,
  };
  return (
    <div className={s.note}>
      <span>{titles[why]}</span>
      <Button variant="default" onClick={() => setFolded(file.path, false)}>
        {diff.show}
      </Button>
    </div>
  );
}
