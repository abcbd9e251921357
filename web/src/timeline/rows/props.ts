import type { Row } from '../story/rows';

/** What a row that unfolds needs to know. */
export interface RowProps<R extends Row> {
  readonly row: R;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** All that was printed. */
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
  readonly taskId: string;
}
