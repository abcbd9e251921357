import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleSlash, FileArchive, FolderOpen, GitBranch } from 'lucide-react';
import { useState } from 'react';
import { repositoriesQuery } from '~/api/queries';
import type { Placed } from '~/drop/folder';
import { useWords } from '~/words/Words';
import { BranchField } from './BranchField';
import type { Source } from './draft';
import { isWhole, understand } from './forge';
import { RepositoryField } from './RepositoryField';
import s from './SourcePanel.module.css';
import type { Change } from './useDraft';

/** The rest is found by typing. */
const QUICK = 5;

interface Props {
  readonly source: Source;
  readonly change: Change;
  readonly sendFiles: (files: readonly Placed[]) => Promise<unknown>;
  readonly close: () => void;
}

export function SourcePanel({ source, change, sendFiles, close }: Props) {
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
  const { data: known = [] } = useQuery(repositoriesQuery());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that nothing within it took
    <div
      className={s.panel}
      onKeyDown={event => {
        const list = (event.target as Element).getAttribute('aria-expanded') === 'true';
        if (event.key === 'Escape' && !list) close();
      }}
    >
      <form
        className={s.address}
        onSubmit={event => {
          event.preventDefault();
          event.stopPropagation();
          if (url.trim()) take({ kind: 'git', url: url.trim(), ref: ref.trim() });
        }}
      >
        <RepositoryField
          url={url}
          change={type}
          choose={it => {
            setUrl(it.url);
            setRef('');
          }}
        />
        <div className={s.ref}>
          <BranchField url={isWhole(url) ? url.trim() : ''} value={ref} change={setRef} />
          <Button type="submit" disabled={!url.trim()}>
            {start.use}
          </Button>
        </div>
      </form>
      {url === '' && known.length > 0 && (
        <section>
          <h3 className={s.heading}>{start.known}</h3>
          {known.slice(0, QUICK).map(it => (
            <button
              key={it.id}
              type="button"
              className={s.line}
              title={it.url}
              onClick={() => take({ kind: 'git', url: it.url, ref: '' })}
            >
              <GitBranch size={15} aria-hidden />
              <span>{it.title}</span>
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
