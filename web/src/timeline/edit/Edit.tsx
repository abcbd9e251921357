import { visible } from '~/text/hidden';
import { useWords } from '~/words/Words';
import type { Change } from './change';
import s from './Edit.module.css';

const FEW = 16;

interface Props {
  readonly change: Change;
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
}

/** The lines that an edit took out and put in. */
export function Edit({ change, whole, onWhole }: Props) {
  const { timeline } = useWords();
  const { lines } = change;
  const more = lines.length - FEW;
  const shown = whole || more <= 2 ? lines : lines.slice(0, FEW);
  return (
    <figure className={s.edit}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className={s.lines} tabIndex={0}>
        {shown.map(({ sign, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <span key={i} className={s.line} data-sign={sign}>
            <span className={s.sign}>{sign}</span>
            <span>{visible(text) || ' '}</span>
          </span>
        ))}
      </pre>
      {more > 2 && (
        <button type="button" className={s.more} onClick={() => onWhole(!whole)}>
          {whole ? timeline.fewLines : timeline.moreLines(more)}
        </button>
      )}
    </figure>
  );
}
