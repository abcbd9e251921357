import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FileDiff } from '../patch/patch';
import { open } from './kept';
import type { Draft } from './message';

/** What this reviewer did so far, and ways to do more. */
export function useKept(scope: string) {
  const review = useMemo(() => open(scope, localStorage), [scope]);
  const kept = useSyncExternalStore(review.subscribe, review.now);
  const setViewed = useCallback(
    (file: FileDiff, viewed: boolean) =>
      review.change(now => {
        const { [file.path]: _, ...others } = now.viewed;
        return { ...now, viewed: viewed ? { ...others, [file.path]: file.fingerprint } : others };
      }),
    [review],
  );
  const saveDraft = useCallback(
    (draft: Draft) =>
      review.change(now => ({
        ...now,
        drafts: [...now.drafts.filter(it => it.id !== draft.id), draft],
      })),
    [review],
  );
  const dropDraft = useCallback(
    (id: string) =>
      review.change(now => ({ ...now, drafts: now.drafts.filter(it => it.id !== id) })),
    [review],
  );
  const dropAll = useCallback(() => review.change(now => ({ ...now, drafts: [] })), [review]);
  return { kept, setViewed, saveDraft, dropDraft, dropAll };
}
