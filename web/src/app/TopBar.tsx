import { ActionIcon } from '@mantine/core';
import { Menu, Search, SquarePen } from 'lucide-react';
import { Link } from 'react-router';
import { useWords } from '~/words/Words';
import { Brand } from './Brand';
import s from './TopBar.module.css';

interface Props {
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

/** On narrow screens, in place of the side bar. */
export function TopBar({ onMenu, onSearch }: Props) {
  const { app } = useWords();
  return (
    <header className={s.bar}>
      <ActionIcon size="lg" onClick={onMenu} aria-label={app.menu} color="gray">
        <Menu size={20} />
      </ActionIcon>
      <Brand />
      <span className={s.space} />
      <ActionIcon size="lg" onClick={onSearch} aria-label={app.palette} color="gray">
        <Search size={18} />
      </ActionIcon>
      <ActionIcon size="lg" component={Link} to="/" aria-label={app.newTask} color="gray">
        <SquarePen size={18} />
      </ActionIcon>
    </header>
  );
}
