import { useSearchParams } from 'react-router';
import type { Task } from '~/api/client';
import { isEnded } from '~/api/queries';

export const TABS = ['timeline', 'changes', 'result'] as const;
export type Tab = (typeof TABS)[number];

/** The part of a task that is looked at, in the address; without one, what is of most use now. */
export function useTab(task: Task): readonly [Tab, (tab: Tab) => void] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('view');
  const set = (tab: Tab) => setParameters({ view: tab }, { replace: true });
  return [isTab(asked) ? asked : natural(task), set];
}

function natural(task: Task): Tab {
  if (!isEnded(task.state)) return 'timeline';
  if (task.state === 'succeeded') return task.result.diffStat?.files ? 'changes' : 'result';
  return 'timeline';
}

function isTab(text: string | null): text is Tab {
  return TABS.some(tab => tab === text);
}
