import { BookOpen, Boxes, ChartColumn, KeyRound, Server, ShieldCheck } from 'lucide-react';
import { type ComponentType, useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { NotFound } from '~/app/NotFound';
import { useTitle } from '~/parts/useTitle';
import { useWords } from '~/words/Words';
import { About } from './about/About';
import { Isolation } from './isolation/Isolation';
import { Models } from './models/Models';
import s from './page.module.css';
import { System } from './system/System';
import { Tokens } from './tokens/Tokens';
import { Usage } from './usage/Usage';

/** In the order in which they are shown; the first stands at /settings too. */
const PARTS = {
  models: [Boxes, Models],
  usage: [ChartColumn, Usage],
  tokens: [KeyRound, Tokens],
  isolation: [ShieldCheck, Isolation],
  system: [Server, System],
  about: [BookOpen, About],
} as const;

type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** What this server can do and how it is: /settings/{part}. */
export default function SettingsPage() {
  const { part = NAMES[0] } = useParams();
  const name = NAMES.find(it => it === part);
  return name ? <Shown part={name} /> : <NotFound />;
}

function Shown({ part }: { readonly part: Part }) {
  const { settings } = useWords();
  useTitle(`${settings.parts[part]} · ${settings.title}`);
  const current = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a narrow screen shows some of them only
  useEffect(() => {
    // In newer browsers it answers a promise, which is no way to clean up.
    void current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [part]);
  const Content: ComponentType = PARTS[part][1];
  return (
    <div className={s.page}>
      <h1 className={s.title}>{settings.title}</h1>
      <nav className={s.nav} aria-label={settings.title}>
        {NAMES.map(name => {
          const Icon = PARTS[name][0];
          return (
            <Link
              key={name}
              ref={name === part ? current : null}
              to={`/settings/${name}`}
              className={s.link}
              aria-current={name === part ? 'page' : undefined}
            >
              <Icon size={16} aria-hidden />
              {settings.parts[name]}
            </Link>
          );
        })}
      </nav>
      <Content />
    </div>
  );
}
