/** Of a change: what was there before, or what is there now. */
export type Side = 'old' | 'new';

/** Lines of one side, by their numbers, the last one too. */
export interface Lines {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}
