import { Button, TextInput } from '@mantine/core';
import { CircleSlash, FileArchive, FolderOpen, GitBranch } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '~/api/client';
import type { Placed } from '~/drop/folder';
import { repositoryName } from '~/parts/repository';
import { useWords } from '~/words/Words';
import type { Source } from './draft';
import { understand } from './forge';
import { knownRepositories } from './known';
import s from './SourcePanel.module.css';
import type { Change } from './useDraft';

interface Props {
  readonly source: Source;
  readonly change: Change;
  readonly sendFiles: (files: readonly Placed[]) => Promise<unknown>;
  readonly tasks: readonly Task[];
  readonly close: () => void;
}

export function SourcePanel({ source, change, sendFiles, tasks, close }: Props) {
  const { start } = useWords();
  const [url, setUrl] = useState(source.kind === 'git' ? source.url : '');
  const [ref, setRef] = useState(source.kind === 'git' ? source.ref : '');
  const take = (next: Source) => {
    change({ source: next });
    close();
  };
  const send = (files: readonly Placed[]) => {
    if (files.length) void sendFiles(files);
    close();
  };
  const type = (text: string) => {
    const found = understand(text);
    setUrl(found?.url ?? text);
    if (found?.ref) setRef(found.ref);
  };
  const known = knownRepositories(tasks)
    .filter(it => it.includes(url.trim()))
    .slice(0, 6);
  return (
    <div className={s.panel}>
      <form
        className={s.address}
        onSubmit={event => {
          event.preventDefault();
          event.stopPropagation();
          if (url.trim()) take({ kind: 'git', url: url.trim(), ref: ref.trim() });
        }}
      >
        <TextInput
          label={start.repositoryField}
          placeholder="https://github.com/you/yours"
          value={url}
          onChange={event => type(event.target.value)}
          data-autofocus
        />
        <div className={s.ref}>
          <TextInput
            label={start.ref}
            placeholder={start.refHint}
            value={ref}
            onChange={event => setRef(event.target.value)}
          />
          <Button type="submit" disabled={!url.trim()}>
            {start.use}
          </Button>
        </div>
      </form>
      {known.length > 0 && (
        <section>
          <h3 className={s.heading}>{start.known}</h3>
          {known.map(it => (
            <button
              key={it}
              type="button"
              className={s.line}
              title={it}
              onClick={() => take({ kind: 'git', url: it, ref: '' })}
            >
              <GitBranch size={15} aria-hidden />
              <span>{repositoryName(it)}</span>
            </button>
          ))}
        </section>
      )}
      <section className={s.others}>
        <FileLine
          icon={FileArchive}
          text={start.chooseArchive}
          accept=".zip,.tar.gz,.tgz,.tar"
          send={send}
        />
        <FileLine icon={FolderOpen} text={start.chooseFolder} folder send={send} />
        {source.kind !== 'none' && (
          <button type="button" className={s.line} onClick={() => take({ kind: 'none' })}>
            <CircleSlash size={15} aria-hidden />
            <span>{start.without}</span>
          </button>
        )}
      </section>
    </div>
  );
}

interface FileLineProps {
  readonly icon: typeof FileArchive;
  readonly text: string;
  readonly accept?: string;
  readonly folder?: boolean;
  readonly send: (files: readonly Placed[]) => void;
}

function FileLine({ icon: Icon, text, accept, folder = false, send }: FileLineProps) {
  return (
    <label className={s.line}>
      <Icon size={15} aria-hidden />
      <span>{text}</span>
      <input
        type="file"
        className="unseen"
        accept={accept}
        multiple={folder}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) =>
          send(
            [...(target.files ?? [])].map(file => ({
              path: file.webkitRelativePath || file.name,
              file,
            })),
          )
        }
      />
    </label>
  );
}
