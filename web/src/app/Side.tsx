import { useQuery } from '@tanstack/react-query';
import { ListChecks, Search, Settings, SquarePen } from 'lucide-react';
import { NavLink } from 'react-router';
import { recentQuery } from '~/api/queries';
import { Keys } from '~/parts/Keys';
import { StateMark } from '~/parts/StateMark';
import { title } from '~/parts/title';
import { useWords } from '~/words/Words';
import { Brand } from './Brand';
import s from './Side.module.css';
import { SideFoot } from './SideFoot';

interface Props {
  readonly onSearch: () => void;
  readonly onKeys: () => void;
  readonly onClose: () => void;
}

const SHOWN = 12;

export function Side({ onSearch, onKeys, onClose }: Props) {
  const { app } = useWords();
  return (
    <nav
      className={s.side}
      aria-label={app.navigation}
      onKeyDown={e => e.key === 'Escape' && onClose()}
    >
      <div className={s.head}>
        <Brand />
      </div>
      <NavLink to="/" end className={() => s.primary}>
        <SquarePen size={16} aria-hidden />
        <span>{app.newTask}</span>
        <Keys keys="c" />
      </NavLink>
      <button type="button" className={s.link} onClick={onSearch}>
        <Search size={16} aria-hidden />
        <span>{app.keys.search}</span>
        <Keys keys="mod+k" />
      </button>
      <NavLink to="/tasks" end className={() => s.link}>
        <ListChecks size={16} aria-hidden />
        <span>{app.tasks}</span>
      </NavLink>
      <NavLink to="/settings" className={() => s.link}>
        <Settings size={16} aria-hidden />
        <span>{app.settings}</span>
      </NavLink>
      <Recent />
      <SideFoot onKeys={onKeys} />
    </nav>
  );
}

function Recent() {
  const { app } = useWords();
  const { data } = useQuery(recentQuery());
  return (
    <section className={s.recent} aria-label={app.recent}>
      <h2 className={s.heading}>{app.recent}</h2>
      {data?.length === 0 && <p className={s.none}>{app.noneYet}</p>}
      {data?.slice(0, SHOWN).map(task => (
        <NavLink key={task.id} to={`/tasks/${task.id}`} className={() => s.task}>
          <StateMark state={task.state} iconOnly />
          <span>{title(task.prompt, 80)}</span>
        </NavLink>
      ))}
    </section>
  );
}
