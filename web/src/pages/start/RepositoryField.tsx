import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Repository } from '~/api/client';
import { repositoriesQuery } from '~/api/queries';
import { MenuLine } from '~/parts/MenuLine';
import { useWords } from '~/words/Words';

interface Props {
  readonly url: string;
  readonly change: (url: string) => void;
  readonly choose: (known: Repository) => void;
}

/** An address as typed, or one of those that the server knows. */
export function RepositoryField({ url, change, choose }: Props) {
  const { start, supplies } = useWords();
  const { data: known = [] } = useQuery(repositoriesQuery());
  const found = (value: string) => known.find(it => it.url === value);
  return (
    <Autocomplete
      label={start.repositoryField}
      placeholder="https://github.com/you/yours"
      value={url}
      // One that is chosen is not offered: the list would cover the next field.
      data={found(url) ? [] : known.map(it => it.url)}
      limit={8}
      maxDropdownHeight={260}
      comboboxProps={{ withinPortal: false, offset: 4 }}
      openOnFocus={false}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      onChange={change}
      onOptionSubmit={value => {
        const it = found(value);
        if (it) choose(it);
      }}
      renderOption={({ option }) => {
        const it = found(option.value);
        return (
          <MenuLine
            name={it?.title ?? option.value}
            hint={`${option.value} · ${supplies.knownFor(it?.tasks ?? 0)}`}
          />
        );
      }}
    />
  );
}
