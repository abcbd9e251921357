import { useSearchParams } from 'react-router';
import type { Attempt } from '~/api/client';
import { isEnded } from '~/api/queries';

export const TABS = ['timeline', 'changes', 'result', 'logs'] as const;
export type Tab = (typeof TABS)[number];

/** The part of a task that is looked at, in the address; without one, what is of most use now. */
export function useTab(attempt: Attempt): readonly [Tab, (tab: Tab) => void] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('view');
  const set = (tab: Tab) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        next.set('view', tab);
        return next;
      },
      { replace: true },
    );
  return [isTab(asked) ? asked : natural(attempt), set];
}

function natural(attempt: Attempt): Tab {
  if (!isEnded(attempt.state)) return 'timeline';
  if (attempt.state === 'succeeded') return attempt.result.diffStat?.files ? 'changes' : 'result';
  return 'timeline';
}

function isTab(text: string | null): text is Tab {
  return TABS.some(tab => tab === text);
}
