import { useQuery } from '@tanstack/react-query';
import { FolderArchive, ScrollText } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { Attempt } from '~/api/client';
import { isEnded } from '~/api/queries';
import { Notice } from '~/parts/Notice';
import { useFormats, useWords } from '~/words/Words';
import { logsOf, worth } from './files';
import s from './Logs.module.css';
import { LogView } from './LogView';
import { filesQuery } from './queries';

interface Props {
  readonly taskId: string;
  readonly attempt: Attempt;
}

/** Every file that an attempt wrote, to read and to save; what still grows is followed. */
export function Logs({ taskId, attempt }: Props) {
  const words = useWords().task;
  const { bytes: said } = useFormats();
  const [parameters, setParameters] = useSearchParams();
  const live = !isEnded(attempt.state);
  const { data } = useQuery(filesQuery(taskId, live, `${attempt.turn} ${attempt.state}`));
  if (!data) return null;
  const files = logsOf(data, attempt.number);
  const chosen = worth(files, parameters.get('file'), attempt.phases.at(-1)?.phase);
  if (!chosen) return <Notice icon={ScrollText} title={words.logs.none} />;
  const choose = (file: string) =>
    setParameters(before => new URLSearchParams([...without(before, 'file'), ['file', file]]), {
      replace: true,
    });
  return (
    <div className={s.logs}>
      <nav className={s.files} aria-label={words.logs.title}>
        <ul>
          {files.map(({ path, bytes }) => (
            <li key={path}>
              <button
                type="button"
                className={s.file}
                aria-current={path === chosen.path}
                onClick={() => choose(path)}
              >
                <span className={s.name}>{path}</span>
                <span className={s.size}>{said(bytes)}</span>
              </button>
            </li>
          ))}
        </ul>
        <a className={s.all} href={`/api/tasks/${taskId}/logs.zip`} download>
          <FolderArchive size={14} aria-hidden />
          {words.logs.all}
        </a>
      </nav>
      <LogView key={chosen.url} file={chosen} live={live} />
    </div>
  );
}

function without(parameters: URLSearchParams, name: string): [string, string][] {
  return [...parameters].filter(([it]) => it !== name);
}
