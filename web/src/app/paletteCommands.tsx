import { useMantineColorScheme } from '@mantine/core';
import { BookOpen, Languages, ListChecks, Moon, Settings, SquarePen, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '~/api/client';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { LANGUAGES } from '~/words/language';
import { useSpeech } from '~/words/Words';

export interface Command {
  readonly id: string;
  readonly group: 'go' | 'act' | 'tasks';
  readonly name: string;
  readonly mark: ReactNode;
  readonly run: () => void;
}

const ICON = { size: 16, 'aria-hidden': true } as const;

export function usePaletteCommands(tasks: readonly Task[]): readonly Command[] {
  const go = useNavigate();
  const { words, language, speak } = useSpeech();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { app } = words;
  const other = language === 'en' ? 'zh' : 'en';
  const scheme = colorScheme === 'dark' ? 'light' : 'dark';
  return [
    {
      id: 'new',
      group: 'go',
      name: app.newTask,
      mark: <SquarePen {...ICON} />,
      run: () => go('/'),
    },
    {
      id: 'tasks',
      group: 'go',
      name: app.tasks,
      mark: <ListChecks {...ICON} />,
      run: () => go('/tasks'),
    },
    {
      id: 'settings',
      group: 'go',
      name: app.settings,
      mark: <Settings {...ICON} />,
      run: () => go('/settings'),
    },
    {
      id: 'docs',
      group: 'go',
      name: words.settings.about.docs,
      mark: <BookOpen {...ICON} />,
      run: () => go('/api/docs'),
    },
    {
      id: 'scheme',
      group: 'act',
      name: `${app.appearance}: ${app[scheme]}`,
      mark: scheme === 'dark' ? <Moon {...ICON} /> : <Sun {...ICON} />,
      run: () => setColorScheme(scheme),
    },
    {
      id: 'language',
      group: 'act',
      name: `${app.language}: ${LANGUAGES[other]}`,
      mark: <Languages {...ICON} />,
      run: () => speak(other),
    },
    ...tasks.map(
      (task): Command => ({
        id: task.id,
        group: 'tasks',
        name: title(task.prompt),
        mark: <StateMark state={task.state} iconOnly />,
        run: () => go(`/tasks/${task.id}`),
      }),
    ),
  ];
}

/** Those that have all words of `text` somewhere, in their order. Pure. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ name, id }) =>
    words.every(word => `${name} ${id}`.toLowerCase().includes(word)),
  );
}
