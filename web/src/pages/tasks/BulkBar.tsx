import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, RotateCcw, Square, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '~/api/caller';
import type { Task } from '~/api/client';
import { cancelTask, deleteTask, retryTask } from '~/api/commands';
import { isEnded } from '~/api/queries';
import { toast } from '~/app/toasts';
import { inTurns } from '~/parts/archive/inTurns';
import type { Archiving } from '~/parts/archive/useArchive';
import { Confirm } from '~/parts/Confirm';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './BulkBar.module.css';
import type { Selection } from './useSelection';

const AT_ONCE = 4;

interface Props {
  readonly selection: Selection;
  readonly archiving: Archiving;
}

/** What can be done to all selected tasks; there while some are. */
export function BulkBar({ selection, archiving }: Props) {
  const words = useWords();
  const refusal = useRefusal();
  const client = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const may = useMay('write');
  const { tasks } = selection;
  const ended = tasks.filter(task => isEnded(task.state));
  const open = tasks.filter(task => !isEnded(task.state));
  const archived = tasks.filter(task => task.archivedAt);
  const move = () => {
    if (archived.length) archiving.unarchive(archived.map(task => task.id));
    else archiving.archive(ended.map(task => task.id));
    selection.clear();
  };

  const doing = useMutation({
    mutationFn: ([those, act]: [readonly Task[], (id: string) => Promise<unknown>]) =>
      inTurns(those, AT_ONCE, task => act(task.id)),
    onSuccess: ({ done, refused }) => {
      if (done) toast({ tone: 'good', text: words.tasks.doneTo(done) });
      const [first] = refused;
      if (first instanceof Error) {
        toast({ tone: 'bad', text: words.tasks.refusedOf(refused.length, refusal(first)) });
      }
      selection.clear();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });

  if (!tasks.length || !may) return null;
  return (
    <div className={s.bar} role="toolbar" aria-label={words.tasks.selected(tasks.length)}>
      <span className={s.count}>{words.tasks.selected(tasks.length)}</span>
      <Button variant="subtle" color="gray" onClick={selection.all}>
        {words.tasks.selectAll}
      </Button>
      <Button
        variant="default"
        leftSection={<Square size={12} />}
        disabled={!open.length}
        loading={doing.isPending}
        onClick={() => doing.mutate([open, cancelTask])}
      >
        {words.task.actions.cancel}
      </Button>
      <Button
        variant="default"
        leftSection={<RotateCcw size={14} />}
        disabled={!ended.length}
        loading={doing.isPending}
        onClick={() => doing.mutate([ended, retryTask])}
      >
        {words.task.actions.retry}
      </Button>
      <Button
        variant="default"
        leftSection={archived.length ? <ArchiveRestore size={14} /> : <Archive size={14} />}
        disabled={!ended.length}
        loading={archiving.isPending}
        onClick={move}
      >
        {archived.length ? words.task.actions.unarchive : words.task.actions.archive}
      </Button>
      <Button
        variant="default"
        leftSection={<Trash2 size={14} />}
        onClick={() => setDeleting(true)}
      >
        {words.task.actions.delete}
      </Button>
      <ActionIcon color="gray" aria-label={words.tasks.clear} onClick={selection.clear}>
        <X size={16} />
      </ActionIcon>
      <Confirm
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={words.tasks.deleteTitle(tasks.length)}
        hint={tasks.length > 1 ? words.tasks.deleteHint : words.task.deleteHint}
        action={words.task.actions.delete}
        act={() => doing.mutateAsync([tasks, deleteTask])}
      />
    </div>
  );
}
