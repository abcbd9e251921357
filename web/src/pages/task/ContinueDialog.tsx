import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Limits, Task } from '~/api/client';
import { continueTask } from '~/api/commands';
import type { Feed } from '~/feed/feed';
import { Dialog } from '~/parts/Dialog';
import { milliseconds, minutes } from '~/time/duration';
import { useWords } from '~/words/Words';
import s from './ContinueDialog.module.css';
import type { Budget } from './told';

interface Props {
  readonly task: Task;
  readonly budget: Budget | undefined;
  readonly feed: Feed;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How much more it may use. What is left empty, the server gives as much of again. */
export function ContinueDialog({ task, budget, feed, opened, onClose }: Props) {
  const { app, task: words } = useWords();
  const client = useQueryClient();
  const [usd, setUsd] = useState<number | string>('');
  const [time, setTime] = useState<number | string>('');
  const going = useMutation({
    mutationFn: () => continueTask(task.id, more(usd, time)),
    onSuccess: shown => {
      client.setQueryData(['task', task.id], shown);
      feed.resume();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    going.mutate();
  };
  const again = budget && Math.round(milliseconds(budget.time) / 60_000);
  return (
    <Dialog opened={opened} onClose={onClose} title={words.actions.continue} size="sm">
      <form className={s.form} onSubmit={submit}>
        <p className={s.hint}>{words.more.hint}</p>
        {budget?.usd !== undefined && (
          <NumberInput
            label={words.more.usd}
            placeholder={words.more.again}
            prefix="$"
            min={0.01}
            step={1}
            decimalScale={2}
            value={usd}
            onChange={setUsd}
          />
        )}
        <NumberInput
          label={words.more.minutes}
          placeholder={again ? String(again) : words.more.again}
          min={1}
          step={10}
          allowDecimal={false}
          value={time}
          onChange={setTime}
          data-autofocus
        />
        {going.error && (
          <p className={s.problem} role="alert">
            {going.error.message}
          </p>
        )}
        <div className={s.actions}>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={going.isPending} leftSection={<Play size={13} />}>
            {words.more.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function more(usd: number | string, time: number | string): Limits {
  return {
    ...(Number(usd) > 0 ? { usd: Number(usd) } : {}),
    ...(Number(time) > 0 ? { time: minutes(Number(time)) } : {}),
  };
}
