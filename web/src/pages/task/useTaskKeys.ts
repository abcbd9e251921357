import { useEffect } from 'react';
import { isWriting } from '~/app/useGlobalKeys';
import { TABS, type Tab } from './useTab';

interface Doings {
  readonly setTab: (tab: Tab) => void;
  readonly write: () => void;
}

/** m goes to the message, a digit to a tab. */
export function useTaskKeys({ setTab, write }: Doings): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return;
      const tab = TABS[Number(event.key) - 1];
      if (tab) setTab(tab);
      else if (event.key === 'm') {
        event.preventDefault();
        write();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
