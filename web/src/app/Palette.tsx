import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { recentQuery } from '~/api/queries';
import { useWords } from '~/words/Words';
import s from './Palette.module.css';
import { type Command, matching, usePaletteCommands } from './paletteCommands';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function Palette({ opened, onClose }: Props) {
  const { app } = useWords();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      yOffset="12vh"
      size="lg"
      centered={false}
      padding={0}
      transitionProps={{ transition: 'pop', duration: 100 }}
      lockScroll={false}
      radius="lg"
      classNames={{ content: s.content ?? '' }}
      data-dialog
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={app.palette}>
        <Choice onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Choice({ onClose }: { readonly onClose: () => void }) {
  const { app } = useWords();
  const list = useId();
  const { data: tasks = [] } = useQuery(recentQuery());
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(usePaletteCommands(tasks), text);
  const chosen = found[Math.min(at, found.length - 1)];

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt(
        now => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length),
      );
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <>
      <label className={s.search}>
        <Search size={17} aria-hidden />
        <span className="unseen">{app.palette}</span>
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={chosen && `${list}-${chosen.id}`}
          placeholder={app.paletteHint}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </label>
      <div className={s.list} role="listbox" id={list} aria-label={app.palette}>
        {found.length === 0 && <p className={s.none}>{app.paletteNone}</p>}
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
          <div
            key={command.id}
            id={`${list}-${command.id}`}
            className={s.row}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            onClick={() => run(command)}
            onMouseMove={() => setAt(index)}
          >
            {command.mark}
            <span className={s.name}>{command.name}</span>
            <span className={s.group}>{app.groups[command.group]}</span>
          </div>
        ))}
      </div>
    </>
  );
}
