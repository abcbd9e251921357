import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '~/words/Words';
import s from './Dialog.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

/** Above the page, with the focus kept inside; Escape and a click beside it close it. */
export function Dialog({ opened, onClose, title, size = 'md', children }: Props) {
  const { app } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      classNames={{
        content: s.content ?? '',
        header: s.header ?? '',
        title: s.title ?? '',
        body: s.body ?? '',
      }}
      closeButtonProps={{ 'aria-label': app.close }}
      transitionProps={{ transition: 'pop', duration: 120 }}
      data-dialog
    >
      {children}
    </Modal>
  );
}
