import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from './changes';

/** Lists are read again when the server says so, while somebody looks at the page. */
export function useListChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const changed = () => {
      for (const list of ['open', 'recent', 'counts']) {
        void client.invalidateQueries({ queryKey: ['tasks', list] });
      }
    };
    // A browser has six connections for all its tabs: a hidden one needs none.
    const look = () => {
      if (document.hidden) {
        stop?.();
        stop = undefined;
      } else stop ??= listenForChanges(changed);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop?.();
    };
  }, [client]);
}
