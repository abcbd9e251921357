import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Limits, Task } from '~/api/client';
import { continueTask } from '~/api/commands';
import { isEnded } from '~/api/states';
import type { Feed } from '~/feed/feed';
import { Dialog } from '~/parts/Dialog';
import { milliseconds, minutes } from '~/time/duration';
import { useRefusal } from '~/words/useRefusal';
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

/**
 * How much more it may use. Left empty: of a task that was stopped, as much again; of one that has
 * not ended, no more.
 */
export function ContinueDialog({ task, budget, feed, opened, onClose }: Props) {
  const { app, task: words } = useWords();
  const refusal = useRefusal();
  const client = useQueryClient();
  const [usd, setUsd] = useState<number | string>('');
  const [time, setTime] = useState<number | string>('');
  const [tokens, setTokens] = useState<number | string>('');
  const [calls, setCalls] = useState<number | string>('');
  const live = !isEnded(task.state);
  const asked = more({ usd, tokens, calls, time });
  const going = useMutation({
    mutationFn: () => continueTask(task.id, asked),
    onSuccess: shown => {
      client.setQueryData(['task', task.id], shown);
      feed.resume();
      for (const empty of [setUsd, setTokens, setCalls, setTime]) empty('');
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    going.mutate();
  };
  const left = live ? words.more.stays : words.more.again;
  const again = !live && budget && Math.round(milliseconds(budget.time) / 60_000);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={live ? words.more.raise : words.actions.continue}
      size="sm"
    >
      <form className={s.form} onSubmit={submit}>
        <p className={s.hint}>{live ? words.more.live : words.more.hint}</p>
        {budget?.usd !== undefined && (
          <NumberInput
            label={words.more.usd}
            placeholder={left}
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
          placeholder={again ? String(again) : left}
          min={1}
          step={10}
          allowDecimal={false}
          value={time}
          onChange={setTime}
          data-autofocus
        />
        {budget?.tokens !== undefined && (
          <NumberInput
            label={words.more.tokens}
            placeholder={left}
            min={1}
            step={100_000}
            thousandSeparator=","
            allowDecimal={false}
            value={tokens}
            onChange={setTokens}
          />
        )}
        {budget?.calls !== undefined && (
          <NumberInput
            label={words.more.calls}
            placeholder={left}
            min={1}
            step={10}
            allowDecimal={false}
            value={calls}
            onChange={setCalls}
          />
        )}
        {going.error && (
          <p className={s.problem} role="alert">
            {refusal(going.error)}
          </p>
        )}
        <div className={s.actions}>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            type="submit"
            loading={going.isPending}
            disabled={live && !Object.keys(asked).length}
            leftSection={live ? <Plus size={13} /> : <Play size={13} />}
          >
            {live ? words.more.give : words.more.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function more(asked: Record<'usd' | 'tokens' | 'calls' | 'time', number | string>): Limits {
  const { usd, tokens, calls, time } = asked;
  return {
    ...(Number(usd) > 0 ? { usd: Number(usd) } : {}),
    ...(Number(tokens) > 0 ? { tokens: Number(tokens) } : {}),
    ...(Number(calls) > 0 ? { calls: Number(calls) } : {}),
    ...(Number(time) > 0 ? { time: minutes(Number(time)) } : {}),
  };
}
