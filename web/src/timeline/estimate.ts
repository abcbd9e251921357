import type { Row } from './story/rows';

/** About how high a row is, in pixels, before it was drawn. */
export function estimate(row: Row | undefined): number {
  switch (row?.kind) {
    case 'said':
      return 28 + 22 * Math.ceil(row.text.length / 90);
    case 'asked':
      return 64 + 21 * Math.ceil(row.text.length / 90);
    case 'plan':
      return row.old ? 30 : 52 + 25 * row.entries.length;
    case 'turn':
      return 56;
    case 'tool':
      return row.tool === 'edit' && row.status === 'completed' ? 150 : 32;
    case 'check':
    case 'ended':
      return 52;
    default:
      return 30;
  }
}
