import { Popover } from '@mantine/core';
import { FileArchive, GitBranch, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import type { Placed } from '~/drop/folder';
import { Chip } from '~/parts/Chip';
import { repositoryName } from '~/parts/repository';
import { plainly } from '~/text/hidden';
import { useWords } from '~/words/Words';
import type { Source } from './draft';
import { SourcePanel } from './SourcePanel';
import type { Change } from './useDraft';

interface Props {
  readonly source: Source;
  readonly change: Change;
  readonly sendFiles: (files: readonly Placed[]) => Promise<unknown>;
}

/** Where the code comes from: said in one chip, chosen in what it opens. */
export function SourceChoice({ source, change, sendFiles }: Props) {
  const [opened, setOpened] = useState(false);
  const { start } = useWords();
  const text = useSourceText(source);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={380}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      // A list that is open within it is closed first.
      closeOnEscape={false}
      withRoles
    >
      <Popover.Target>
        <Chip
          icon={
            source.kind === 'sending'
              ? LoaderCircle
              : source.kind === 'upload'
                ? FileArchive
                : GitBranch
          }
          set={source.kind !== 'none'}
          onClick={() => setOpened(!opened)}
          aria-label={`${start.change}: ${text}`}
        >
          {text}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown>
        <SourcePanel
          source={source}
          change={change}
          sendFiles={sendFiles}
          close={() => setOpened(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function useSourceText(source: Source): string {
  const { start } = useWords();
  switch (source.kind) {
    case 'none':
      return start.noRepository;
    case 'git':
      return source.ref
        ? `${repositoryName(source.url)} @ ${source.ref}`
        : repositoryName(source.url);
    case 'upload':
      return plainly(source.name);
    case 'sending':
      return source.part
        ? `${plainly(source.name)}: ${start.sending(`${Math.round(source.part * 100)} %`)}`
        : plainly(source.name);
  }
}
