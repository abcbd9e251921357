import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { createTask } from '~/api/commands';
import { toastError } from '~/app/toasts';
import { useWords } from '~/words/Words';

/** Asks the model for one word, by the way of all tasks; its page says how that went. */
export function Try({ model }: { readonly model: string }) {
  const { settings } = useWords();
  const go = useNavigate();
  const trying = useMutation({
    mutationFn: () =>
      createTask({
        prompt: settings.models.tryPrompt,
        mode: 'ask',
        model,
        agent: 'drydock',
        attempts: 1,
      }),
    onSuccess: task => go(`/tasks/${task.id}`),
    onError: toastError,
  });
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={trying.isPending}
      onClick={() => trying.mutate()}
      aria-label={`${settings.models.try}: ${model}`}
      title={settings.models.tryHint}
    >
      {settings.models.try}
    </Button>
  );
}
