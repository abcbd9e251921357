import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, CircleQuestionMark, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { callerQuery } from '~/api/caller';
import { logout } from '~/api/commands';
import { systemQuery } from '~/api/queries';
import { LANGUAGES, type Language } from '~/words/language';
import { useSpeech, useWords } from '~/words/Words';
import s from './SideFoot.module.css';
import { toastError } from './toasts';

/** How busy the server is, and what a person may choose for this browser. */
export function SideFoot({ onKeys }: { readonly onKeys: () => void }) {
  const { app } = useWords();
  return (
    <footer className={s.foot}>
      <Health />
      <Who />
      <div className={s.choices}>
        <LanguageMenu />
        <AppearanceMenu />
        <ActionIcon onClick={onKeys} aria-label={app.shortcuts} title={app.shortcuts} color="gray">
          <CircleQuestionMark size={16} />
        </ActionIcon>
        <ActionIcon onClick={leave} aria-label={app.logOut} title={app.logOut} color="gray">
          <LogOut size={16} />
        </ActionIcon>
      </div>
    </footer>
  );
}

function leave() {
  logout().then(() => location.assign('/'), toastError);
}

function Health() {
  const { app } = useWords();
  const { data } = useQuery(systemQuery());
  if (!data) return null;
  return (
    <p className={s.health}>
      <span className={s.lamp} data-ready={data.ready} aria-hidden />
      {app.health(data.running, data.capacity)}
      {data.queued > 0 && `, ${app.queued(data.queued)}`}
    </p>
  );
}

/** Somebody with a token of their own; the operator knows. */
function Who() {
  const { app, settings } = useWords();
  const { data } = useQuery(callerQuery());
  if (!data || data.scope === 'admin') return null;
  return <p className={s.health}>{app.who(data.actor.name, settings.tokens.scopes[data.scope])}</p>;
}

function LanguageMenu() {
  const { language, words, speak } = useSpeech();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.app.language} title={words.app.language} color="gray">
          <Languages size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(LANGUAGES) as Language[]).map(it => (
          <Menu.Item
            key={it}
            lang={it}
            onClick={() => speak(it)}
            rightSection={it === language && <Check size={14} />}
          >
            {LANGUAGES[it]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const SCHEMES = { auto: Monitor, light: Sun, dark: Moon };

function AppearanceMenu() {
  const { app } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names = { auto: app.system, light: app.light, dark: app.dark };
  const Now = SCHEMES[colorScheme];
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={app.appearance} title={app.appearance} color="gray">
          <Now size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['auto', 'light', 'dark'] as const).map(it => {
          const Icon = SCHEMES[it];
          return (
            <Menu.Item
              key={it}
              leftSection={<Icon size={15} />}
              onClick={() => setColorScheme(it)}
              rightSection={it === colorScheme && <Check size={14} />}
            >
              {names[it]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
