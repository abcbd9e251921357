import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sayToTask } from '~/api/commands';
import type { Feed } from '~/feed/feed';

/** A word to the agent: steers it while it runs, begins its next turn else. */
export function useSay(id: string, feed: Feed, attempt?: number) {
  const client = useQueryClient();
  return useCallback(
    async (text: string, attachments: readonly string[] = []) => {
      client.setQueryData(['task', id], await sayToTask(id, text, attachments, attempt));
      feed.resume();
    },
    [client, id, feed, attempt],
  );
}
