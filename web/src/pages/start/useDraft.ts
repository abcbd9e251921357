import { useCallback, useEffect, useState } from 'react';
import { type Draft, EMPTY } from './draft';

const KEY = 'drydock.draft';

export type Change = (part: Partial<Draft>) => void;

/** What is being written, kept in this browser until it is sent: no reload loses it. */
export function useDraft(): readonly [Draft, Change, () => void] {
  const [draft, setDraft] = useState(kept);
  const change = useCallback<Change>(part => setDraft(now => ({ ...now, ...part })), []);
  const clear = useCallback(
    // The next task is likely about the same code.
    () => setDraft(({ source, mode, model }) => ({ ...EMPTY, source, mode, model })),
    [],
  );
  useEffect(() => {
    const source = draft.source.kind === 'sending' ? EMPTY.source : draft.source;
    localStorage.setItem(KEY, JSON.stringify({ ...draft, source }));
  }, [draft]);
  return [draft, change, clear];
}

function kept(): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}
