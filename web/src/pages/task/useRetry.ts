import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Task } from '~/api/client';
import { retryTask } from '~/api/commands';
import { toastError } from '~/app/toasts';
import type { Feed } from '~/feed/feed';

/** The task anew, as its next attempt. */
export function useRetry(task: Task, feed: Feed) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => retryTask(task.id),
    onSuccess: shown => {
      client.setQueryData(['task', task.id], shown);
      feed.resume();
    },
    onError: toastError,
  });
}
