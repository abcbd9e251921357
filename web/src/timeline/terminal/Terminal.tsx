import { useRef, useState } from 'react';
import { useFormats, useWords } from '~/words/Words';
import { ending } from '../story/printed';
import type { Printed } from '../story/rows';
import { Lines } from './Lines';
import type { Line } from './line';
import { Screen } from './screen';
import s from './Terminal.module.css';

/** So many lines are seen at once, of what ended and of what goes on. */
const FEW = 24;
const FEWER = 12;

interface Props {
  readonly printed: Printed;
  readonly live: boolean;
  /** All lines instead of the last ones. */
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
}

/** What a program printed, as a terminal shows it. */
export function Terminal({ printed, live, whole, onWhole }: Props) {
  const { timeline } = useWords();
  const { number } = useFormats();
  const lines = useLines(printed, live);
  const few = live ? FEWER : FEW;
  const hidden = lines.length > few;
  const all = timeline.allLines(number(lines.length));
  return (
    <div className={s.terminal}>
      {printed.dropped > 0 && <p className={s.dropped}>{timeline.dropped}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className={`${s.lines} ${s.inks}`} data-whole={whole} tabIndex={0}>
        {lines.length ? (
          <Lines lines={whole ? lines : lines.slice(-few)} />
        ) : (
          <span className={s.none}>{timeline.noOutput}</span>
        )}
      </pre>
      {hidden && (
        <button type="button" className={s.more} onClick={() => onWhole(!whole)}>
          {whole ? timeline.fewLines : all}
        </button>
      )}
    </div>
  );
}

/** Of what grows only the new part is read. */
function useLines(printed: Printed, live: boolean): readonly Line[] {
  const text = live ? printed.text : ending(printed.text).text;
  const [first] = useState(() => ({ screen: new Screen(), read: '', dropped: 0 }));
  const known = useRef(first);
  const { read, dropped } = known.current;
  if (dropped !== printed.dropped || !text.startsWith(read)) {
    known.current = { screen: new Screen(), read: '', dropped: printed.dropped };
  }
  const now = known.current;
  if (now.read.length < text.length) {
    now.screen.write(text.slice(now.read.length));
    now.read = text;
  }
  return now.screen.lines;
}
