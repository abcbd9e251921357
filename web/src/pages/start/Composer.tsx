import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { onceKey } from '~/api/client';
import { createTask } from '~/api/commands';
import { toast } from '~/app/toasts';
import type { Placed } from '~/drop/folder';
import { Keys } from '~/parts/Keys';
import { repositoryName } from '~/parts/repository';
import { WritingBox } from '~/parts/WritingBox';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './Composer.module.css';
import { asked, type Draft, isReady } from './draft';
import { understand } from './forge';
import { ModeChoice } from './ModeChoice';
import { ModelChoice } from './ModelChoice';
import { Options } from './Options';
import { SourceChoice } from './SourceChoice';
import type { Change } from './useDraft';

interface Props {
  readonly draft: Draft;
  readonly change: Change;
  readonly clear: () => void;
  readonly sendFiles: (files: readonly Placed[]) => Promise<unknown>;
}

export function Composer({ draft, change, clear, sendFiles }: Props) {
  const { start } = useWords();
  const refusal = useRefusal();
  const go = useNavigate();
  const client = useQueryClient();
  // The same key until the draft changes: a double click, or a retry after a break, asks once.
  const [key, setKey] = useState(onceKey);
  const edit: Change = part => {
    change(part);
    setKey(onceKey());
  };
  const asking = useMutation({
    mutationFn: () => createTask(asked(draft), key),
    onSuccess: async task => {
      client.setQueryData(['task', task.id], task);
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['repositories'] });
      clear();
      await go(`/tasks/${task.id}`);
    },
  });
  const submit = () => {
    if (isReady(draft) && !asking.isPending) asking.mutate();
  };
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (files.length) {
      event.preventDefault();
      return void sendFiles([...files].map(file => ({ path: file.name, file })));
    }
    const found = understand(event.clipboardData.getData('text'));
    if (!found) return;
    event.preventDefault();
    const { url, ref = '' } = found;
    edit({ source: { kind: 'git', url, ref } });
    const name = repositoryName(url);
    toast({ tone: 'good', text: ref ? start.understoodRef(name, ref) : start.understood(name) });
    if (found.issue) toast({ tone: 'plain', text: start.issue(found.issue) });
  };

  return (
    <form
      className={s.card}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={s.writing}>
        <WritingBox
          value={draft.prompt}
          onChange={prompt => edit({ prompt })}
          onSend={submit}
          onPaste={paste}
          label={start.prompt}
          autoFocus
          tall
        />
      </div>
      <div className={s.row}>
        <SourceChoice source={draft.source} change={edit} sendFiles={sendFiles} />
        <ModeChoice mode={draft.mode} change={edit} />
        <ModelChoice model={draft.model} change={edit} />
        <Options draft={draft} change={edit} />
        <span className={s.space} />
        <Button
          type="submit"
          radius="md"
          loading={asking.isPending}
          disabled={!isReady(draft)}
          leftSection={<ArrowUp size={15} />}
        >
          {start.start}
        </Button>
      </div>
      {asking.error && (
        <p className={s.problem} role="alert">
          {refusal(asking.error)}
        </p>
      )}
      <span className={s.hint}>
        <Keys keys="mod+enter" />
      </span>
    </form>
  );
}
