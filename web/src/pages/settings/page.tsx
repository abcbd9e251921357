import { useQuery } from '@tanstack/react-query';
import { modelsQuery, systemQuery } from '~/api/queries';
import { useTitle } from '~/parts/useTitle';
import { useFormats, useWords } from '~/words/Words';
import s from './page.module.css';

/** What this server can do and how it is: /settings. */
export default function SettingsPage() {
  const { settings } = useWords();
  useTitle(settings.title);
  return (
    <div className={s.page}>
      <h1 className={s.title}>{settings.title}</h1>
      <Models />
      <Health />
    </div>
  );
}

function Models() {
  const { settings } = useWords();
  const { short, money } = useFormats();
  const { data } = useQuery(modelsQuery());
  return (
    <section className={s.section}>
      <h2>{settings.models}</h2>
      {data?.length === 0 && <p className={s.quiet}>{settings.noModels}</p>}
      <ul className={s.rows}>
        {data?.map(({ name, contextTokens, price }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={s.quiet}>
              {settings.context} {short(contextTokens)} ·{' '}
              {price ? `${money(price.input)} / ${money(price.output)}` : settings.free}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Health() {
  const { settings } = useWords();
  const { data } = useQuery(systemQuery());
  return (
    <section className={s.section}>
      <h2>
        {settings.system} {data && <span className={s.quiet}>{data.version}</span>}
      </h2>
      <ul className={s.rows}>
        {data?.parts.map(({ name, healthy, detail }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={healthy ? s.quiet : s.bad}>{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
