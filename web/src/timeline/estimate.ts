import { opensByItself } from './folds';
import type { Row } from './story/rows';
import { FIRST } from './story/story';

/** A row of one line: exactly so high, so that what is found when it is drawn changes nothing. */
const LINE = 30;

/** About how high a row is, in pixels, before it was drawn. */
export function estimate(row: Row | undefined): number {
  switch (row?.kind) {
    case 'said':
      return 28 + 22 * Math.ceil(row.text.length / 90);
    case 'asked':
      return row.id === FIRST ? LINE : 64 + 21 * Math.ceil(row.text.length / 90);
    case 'plan':
      return row.old ? LINE : LINE + 30 + 25 * row.entries.length;
    case 'turn':
      return 56;
    case 'tool':
      return opensByItself(row) ? LINE + 120 : LINE;
    case 'check':
    case 'ended':
      return 52;
    default:
      return LINE;
  }
}
