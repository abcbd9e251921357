import { useQuery } from '@tanstack/react-query';
import { Activity, Braces, FileCode2, HeartPulse } from 'lucide-react';
import { Link } from 'react-router';
import { systemQuery } from '~/api/queries';
import { Mark } from '~/parts/Mark';
import { useWords } from '~/words/Words';
import { Section } from '../Section';
import s from './About.module.css';

/** Which Drydock this is, and where the rest is described. */
export function About() {
  const { settings } = useWords();
  const { about } = settings;
  const { data } = useQuery(systemQuery());
  return (
    <Section title={settings.parts.about} lead={about.lead}>
      <p className={s.brand}>
        <Mark size={40} />
        <span>
          <span className={s.name}>Drydock</span>
          <br />
          <span className={s.version}>{data && about.version(data.version)}</span>
        </span>
      </p>
      <dl className={s.facts}>
        <dt>{about.address}</dt>
        <dd>{location.origin}</dd>
        <dt>{about.licence}</dt>
        <dd>Apache-2.0</dd>
        <dt>{about.letters}</dt>
        <dd>Inter, JetBrains Mono (SIL OFL 1.1)</dd>
        <dt>{about.guides}</dt>
        <dd>{about.guidesWhere}</dd>
      </dl>
      <ul className={s.links}>
        <li>
          <Link to="/api/docs" className={s.link}>
            <Braces size={16} aria-hidden />
            {about.docs}
            <span className={s.hint}>{about.docsHint}</span>
          </Link>
        </li>
        <li>
          <a href="/api/openapi.yaml" download="drydock-openapi.yaml" className={s.link}>
            <FileCode2 size={16} aria-hidden />
            {about.openapi}
            <span className={s.hint}>{about.openapiHint}</span>
          </a>
        </li>
        <li>
          <a href="/metrics" className={s.link}>
            <Activity size={16} aria-hidden />
            {about.metrics}
            <span className={s.hint}>{about.metricsHint}</span>
          </a>
        </li>
        <li>
          <a href="/readyz" className={s.link}>
            <HeartPulse size={16} aria-hidden />
            {about.ready}
            <span className={s.hint}>{about.readyHint}</span>
          </a>
        </li>
      </ul>
    </Section>
  );
}
