import { memo, useState } from 'react';
import type { Token } from '~/colour/token';
import { parts as partsOf } from '~/text/hidden';
import { useFormats, useWords } from '~/words/Words';
import type { Line } from '../rows/lines';
import { segments } from '../rows/segments';
import type { Span } from '../rows/words';
import s from './Code.module.css';

interface Props {
  readonly line: Line;
  readonly tokens: readonly Token[] | undefined;
  readonly changes: readonly Span[] | undefined;
  /** The line ends of this file are not all the same: the odd ones are shown. */
  readonly showReturn: boolean;
}

const NONE: readonly never[] = [];
const LONGEST = 1_200;

/** A line's text: its colours, what changed in it, and what would hide in it. */
export const Code = memo(function Code({ line, tokens = NONE, changes = NONE, showReturn }: Props) {
  const { diff } = useWords();
  const [all, setAll] = useState(false);
  const { number } = useFormats();
  const ends = line.text.endsWith('\r');
  const text = ends ? line.text.slice(0, -1) : line.text;
  const shown = all ? text : text.slice(0, LONGEST);
  return (
    <>
      {segments(shown, tokens, changes).map((segment, index) => (
        <Piece
          // biome-ignore lint/suspicious/noArrayIndexKey: a line's pieces stand in one order
          key={index}
          {...segment}
        />
      ))}
      {ends && showReturn && line.mark !== ' ' && (
        <span className={s.hidden} title={diff.crlfHint}>
          CR
        </span>
      )}
      {line.open && (
        <span className={s.open} title={diff.open}>
          {diff.open}
        </span>
      )}
      {shown.length < text.length && (
        <button type="button" className={s.rest} onClick={() => setAll(true)}>
          {diff.rest(number(text.length - shown.length))}
        </button>
      )}
    </>
  );
});

function Piece({
  text,
  colour,
  changed,
}: {
  readonly text: string;
  readonly colour?: string;
  readonly changed: boolean;
}) {
  const { diff } = useWords();
  const parts = partsOf(text);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'text' && !colour && !changed) return only.text;
  return (
    <span className={changed ? s.changed : undefined} data-colour={colour}>
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={index}
            className={s.hidden}
            data-turns={part.turns}
            title={diff.hiddenCharacter(part.name)}
          >
            {part.name}
          </span>
        ),
      )}
    </span>
  );
}
