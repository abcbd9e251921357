import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { toastError } from '~/app/toasts';
import { useWords } from '~/words/Words';
import s from './Confirm.module.css';
import { Dialog } from './Dialog';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly act: () => Promise<unknown>;
}

/** Asks before what cannot be undone. */
export function Confirm({ opened, onClose, title, hint, action, act }: Props) {
  const { app } = useWords();
  const doing = useMutation({ mutationFn: act, onSuccess: onClose, onError: toastError });
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="sm">
      <p className={s.hint}>{hint}</p>
      <div className={s.actions}>
        <Button variant="default" onClick={onClose}>
          {app.cancel}
        </Button>
        <Button color="bad" loading={doing.isPending} onClick={() => doing.mutate()} data-autofocus>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
