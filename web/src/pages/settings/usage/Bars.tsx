import { useFormats } from '~/words/Words';
import { type Measure, measured, type OfDay, ticks } from './days';
import s from './Usage.module.css';
import { useShown } from './useShown';

interface Props {
  readonly days: readonly OfDay[];
  readonly measure: Measure;
  /** In pixels, as are all numbers here. */
  readonly width: number;
}

const HEIGHT = 200;
const LEFT = 52;
const BOTTOM = 22;
const TOP = 8;
const WIDEST_BAR = 28;
const LABEL = 64;

/** Only drawn: what it says stands in the table beside it. */
export function Bars({ days, measure, width }: Props) {
  const { date } = useFormats();
  const shown = useShown(measure);
  const values = days.map(({ usage }) => measured(usage, measure));
  const lines = ticks(Math.max(...values), measure !== 'usd');
  const top = lines.at(-1) ?? 1;
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const slot = (width - LEFT) / days.length;
  const bar = Math.max(1, Math.min(WIDEST_BAR, slot * 0.72));
  const every = Math.max(1, Math.ceil(LABEL / slot));
  // The last label that does not stand out of the drawing.
  const last = Math.floor((width - LABEL / 2.6 - LEFT) / slot - 0.5);
  return (
    <svg width={width} height={HEIGHT} className={s.svg} aria-hidden="true">
      {lines.map(value => (
        <g key={value}>
          <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} className={s.line} />
          <text x={LEFT - 8} y={y(value) + 4} className={s.tick} textAnchor="end">
            {shown(value)}
          </text>
        </g>
      ))}
      {days.map(({ day }, i) => {
        const value = values[i] ?? 0;
        const middle = LEFT + slot * (i + 0.5);
        return (
          <g key={day} className={s.day}>
            <title>{`${date(day)}: ${shown(value)}`}</title>
            <rect
              x={LEFT + slot * i}
              y={TOP}
              width={slot}
              height={HEIGHT - TOP - BOTTOM}
              className={s.slot}
            />
            {value > 0 && (
              <rect
                x={middle - bar / 2}
                y={Math.min(y(value), y(0) - 2)}
                width={bar}
                height={Math.max(2, y(0) - y(value))}
                rx={Math.min(3, bar / 2)}
                className={s.bar}
              />
            )}
            {i <= last && (last - i) % every === 0 && (
              <text x={middle} y={HEIGHT - 6} className={s.tick} textAnchor="middle">
                {date(day)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
