// Numbers, money and times as a reader of the language expects them. Pure.
import type { Language } from './language';

export interface Formats {
  readonly number: (n: number) => string;
  /** 12.3K, 4.5M */
  readonly short: (n: number) => string;
  /** US dollars; below a cent with as many digits as say something. */
  readonly money: (usd: number) => string;
  /** US dollars with all digits they have: $14, $2.50, $0.175. */
  readonly price: (usd: number) => string;
  readonly bytes: (n: number) => string;
  /** Milliseconds: 340 ms, 8.4 s, 2 min 5 s, 1 h 12 min. */
  readonly duration: (ms: number) => string;
  /** 5 minutes ago; older than a week, the day. */
  readonly ago: (at: string, now: number) => string;
  readonly moment: (at: string) => string;
  readonly day: (at: string) => string;
  /** Of a day without a clock, as 2026-05-17: the same in every time zone. */
  readonly date: (day: string) => string;
  /** Of a part, 0 to 1. */
  readonly percent: (part: number) => string;
}

const LOCALES: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

const SIZES = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

export function makeFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const exact = new Intl.NumberFormat('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const unit = (n: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(n);

  return {
    number: n => number.format(n),
    short: n => compact.format(n),
    money: usd => `$${usd.toFixed(usd === 0 || usd >= 0.995 ? 2 : usd >= 0.01 ? 3 : 4)}`,
    price: usd => `$${Number.isInteger(usd) ? usd : exact.format(usd)}`,
    bytes: n => {
      const found = SIZES.find(([, least]) => n >= least);
      // Of a few bytes, the short form of Intl is "517 byte".
      return found ? unit(n / found[1], found[0], 1) : `${number.format(n)} B`;
    },
    duration: ms => {
      if (ms < 1000) return unit(Math.round(ms), 'millisecond');
      if (ms < 60_000) return unit(ms / 1000, 'second', ms < 10_000 ? 1 : 0);
      const seconds = Math.round(ms / 1000);
      if (seconds < 3600) return pair(unit, seconds, 'minute', 'second');
      return pair(unit, Math.round(seconds / 60), 'hour', 'minute');
    },
    ago: (at, now) => {
      const seconds = Math.round((Date.parse(at) - now) / 1000);
      if (seconds > -45) return relative.format(0, 'second');
      if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (seconds > -86_400) return relative.format(Math.round(seconds / 3600), 'hour');
      if (seconds > -604_800) return relative.format(Math.round(seconds / 86_400), 'day');
      return day.format(Date.parse(at));
    },
    moment: at => moment.format(Date.parse(at)),
    day: at => day.format(Date.parse(at)),
    date: it => date.format(Date.parse(it)),
    percent: part => percent.format(part),
  };
}

function pair(unit: (n: number, name: string) => string, n: number, large: string, small: string) {
  const rest = n % 60;
  const first = unit(Math.floor(n / 60), large);
  return rest ? `${first} ${unit(rest, small)}` : first;
}
