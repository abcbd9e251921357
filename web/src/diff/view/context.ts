import { createContext, use } from 'react';
import type { Draft } from '../review/message';
import type { Place } from '../review/place';

/** What the parts of a review may do, and what they all need to know. Never changes by scrolling. */
export interface ReviewDoings {
  readonly split: boolean;
  readonly hideSpaces: boolean;
  readonly wrap: boolean;
  /** Comments may be written here. */
  readonly mayComment: boolean;
  readonly setFolded: (path: string, folded: boolean) => void;
  readonly setViewed: (path: string, viewed: boolean) => void;
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
