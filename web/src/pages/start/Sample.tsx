import sample from 'virtual:sample';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useNavigate } from 'react-router';
import { createTask, upload } from '~/api/commands';
import { modelsQuery } from '~/api/queries';
import { toastError } from '~/app/toasts';
import { useWords } from '~/words/Words';
import s from './FirstRun.module.css';

const RECORDED = 'scripted/template';

/** The project that ships with Drydock, sent as anybody would send theirs. */
export function Sample() {
  const { start } = useWords();
  const go = useNavigate();
  const client = useQueryClient();
  const { data: models = [] } = useQuery(modelsQuery());
  const recorded = models.some(({ name }) => name === RECORDED);
  const trying = useMutation({
    mutationFn: async () => {
      const archive = await (await fetch(sample)).blob();
      const id = await upload(archive, 'sample.zip');
      return createTask({
        prompt: start.first.samplePrompt,
        mode: 'code',
        agent: 'drydock',
        attempts: 1,
        repo: { upload: id },
        check: 'python3 -m unittest',
        ...(recorded ? { model: RECORDED } : {}),
      });
    },
    onSuccess: async task => {
      void client.invalidateQueries({ queryKey: ['tasks'] });
      await go(`/tasks/${task.id}`);
    },
    onError: toastError,
  });
  return (
    <section className={`${s.card} ${s.sample}`}>
      <h2 className={s.title}>
        <FlaskConical size={16} aria-hidden />
        {start.first.sample}
      </h2>
      <p className={s.text}>{start.first.sampleHint}</p>
      <div className={s.foot}>
        <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
          {start.first.sampleStart}
        </Button>
      </div>
    </section>
  );
}
