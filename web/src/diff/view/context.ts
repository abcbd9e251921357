import { createContext, use } from 'react';
import type { Draft } from '../review/message';
import type { Place } from '../review/place';

/**
 * Shows hidden lines of a file, by their numbers in the new one. When it answers, they stand on the
 * page; false: they cannot be read, or the file is another one by now.
 */
export type Widen = (
  path: string,
  lines: { readonly from: number; readonly to: number },
) => Promise<boolean>;

/** What the parts of a review may do, and what they all need to know. Never changes by scrolling. */
export interface ReviewDoings {
  readonly split: boolean;
  readonly hideSpaces: boolean;
  readonly wrap: boolean;
  /** Comments may be written here. */
  readonly mayComment: boolean;
  readonly setFolded: (path: string, folded: boolean) => void;
  readonly setViewed: (path: string, viewed: boolean) => void;
  /** Absent where nobody may read the whole file. */
  readonly widen: Widen | undefined;
  /** Makes it the address of the page. */
  readonly point: (place: Place) => void;
  readonly saveDraft: (draft: Draft) => void;
  readonly dropDraft: (id: string) => void;
}

export const DoingsContext = createContext<ReviewDoings | undefined>(undefined);

export function useDoings(): ReviewDoings {
  const doings = use(DoingsContext);
  if (!doings) throw new Error('no review around');
  return doings;
}
