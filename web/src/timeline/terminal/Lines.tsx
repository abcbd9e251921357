import type { Line } from './line';
import type { Style } from './style';
import s from './Terminal.module.css';

/** Lines in blocks, of which the browser lays out only those in sight. */
const BLOCK = 100;

/** As a terminal has them, in a place of one's own. */
export function Inked({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <span className={s.inks}>
      <Lines lines={lines} />
    </span>
  );
}

export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length <= BLOCK) return <Block lines={lines} />;
  const starts = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, i) => i * BLOCK);
  return starts.map(start => <Block key={start} lines={lines.slice(start, start + BLOCK)} />);
}

function Block({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <span className={s.block}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <span key={i}>
          {line.map((span, j) => {
            const look = lookOf(span.style);
            if (!look) return span.text;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have their parts
              <span key={j} {...look}>
                {span.text}
              </span>
            );
          })}
          {'\n'}
        </span>
      ))}
    </span>
  );
}

/** As attributes, which the style sheet knows. */
function lookOf(style: Style) {
  const { inverse, bold, dim, italic, underline, struck } = style;
  const ink = inverse ? (style.paper ?? 'ground') : style.ink;
  const paper = inverse ? (style.ink ?? 'ink') : style.paper;
  const flags = [
    bold && 'bold',
    dim && 'dim',
    italic && 'italic',
    underline && 'underline',
    struck && 'struck',
  ].filter(Boolean);
  if (ink === undefined && paper === undefined && !flags.length) return undefined;
  return {
    'data-ink': ink,
    'data-paper': paper,
    'data-look': flags.length ? flags.join(' ') : undefined,
  };
}
