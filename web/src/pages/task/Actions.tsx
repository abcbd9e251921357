import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  Archive as ArchiveBox,
  ArchiveRestore,
  Ellipsis,
  FileDown,
  FolderArchive,
  RotateCcw,
  ScrollText,
  Square,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '~/api/caller';
import type { Task } from '~/api/client';
import { cancelTask, deleteTask } from '~/api/commands';
import { isEnded } from '~/api/queries';
import { toastError } from '~/app/toasts';
import type { Feed } from '~/feed/feed';
import { useArchive } from '~/parts/archive/useArchive';
import { Confirm } from '~/parts/Confirm';
import { useWords } from '~/words/Words';
import s from './Actions.module.css';
import { Bell } from './bell/Bell';
import { useRetry } from './useRetry';

export function Actions({ task, feed }: { readonly task: Task; readonly feed: Feed }) {
  const words = useWords();
  const { actions } = words.task;
  const may = useMay('write');
  const client = useQueryClient();
  const go = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const changed = (shown: Task) => {
    client.setQueryData(['task', task.id], shown);
    feed.resume();
  };
  const cancel = useMutation({
    mutationFn: () => cancelTask(task.id),
    onSuccess: changed,
    onError: toastError,
  });
  const { archive, unarchive } = useArchive();
  const retry = useRetry(task, feed);
  const remove = async () => {
    await deleteTask(task.id);
    void client.invalidateQueries({ queryKey: ['tasks'] });
    await go('/tasks');
  };
  const ended = isEnded(task.state);
  const base = `/api/tasks/${task.id}`;
  return (
    <div className={s.actions}>
      {!ended && <Bell />}
      {may && ended && (
        <Button
          variant="default"
          leftSection={<RotateCcw size={14} />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {actions.retry}
        </Button>
      )}
      {may && !ended && (
        <Button
          variant="default"
          leftSection={<Square size={12} />}
          loading={cancel.isPending}
          disabled={cancel.isSuccess}
          onClick={() => cancel.mutate()}
        >
          {cancel.isSuccess ? actions.canceling : actions.cancel}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={words.app.more}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={`${base}/diff.patch`}
            download
            leftSection={<FileDown size={15} />}
          >
            {actions.patch}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={`${base}/tree.zip`}
            download
            leftSection={<FolderArchive size={15} />}
          >
            {actions.tree}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={`${base}/logs.zip`}
            download
            leftSection={<ScrollText size={15} />}
          >
            {actions.logs}
          </Menu.Item>
          {may && <Menu.Divider />}
          {may && ended && (
            <Menu.Item
              leftSection={
                task.archivedAt ? <ArchiveRestore size={15} /> : <ArchiveBox size={15} />
              }
              onClick={() => (task.archivedAt ? unarchive([task.id]) : archive([task.id]))}
            >
              {task.archivedAt ? actions.unarchive : actions.archive}
            </Menu.Item>
          )}
          {may && (
            <Menu.Item
              color="bad"
              leftSection={<Trash2 size={15} />}
              onClick={() => setDeleting(true)}
            >
              {actions.delete}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={words.task.deleteTitle}
        hint={words.task.deleteHint}
        action={actions.delete}
        act={remove}
      />
    </div>
  );
}
