import { Autocomplete, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { branchesQuery } from '~/api/queries';
import { isRefused } from '~/api/refused';
import { useRefusal } from '~/words/useRefusal';
import { useWords } from '~/words/Words';
import s from './SourcePanel.module.css';

const TYPING_MS = 350;
const MOST_SHOWN = 50;

interface Props {
  /** Whose branches are offered; empty while there is no whole address. */
  readonly url: string;
  readonly value: string;
  readonly change: (ref: string) => void;
}

/** A branch of the repository, or whatever else of it is typed. */
export function BranchField({ url, value, change }: Props) {
  const { start, supplies } = useWords();
  const refusal = useRefusal();
  const [settled] = useDebouncedValue(url, TYPING_MS);
  const { data, error, isFetching } = useQuery(branchesQuery(settled));
  const first = data?.defaultBranch;
  const mine = settled === url;
  return (
    <Autocomplete
      label={start.ref}
      placeholder={mine && first ? supplies.defaultBranch(first) : start.refHint}
      value={value}
      data={mine ? (data?.branches ?? []) : []}
      limit={MOST_SHOWN}
      maxDropdownHeight={220}
      comboboxProps={{ withinPortal: false, offset: 4 }}
      openOnFocus={false}
      autoComplete="off"
      spellCheck={false}
      rightSection={isFetching && <Loader size={14} aria-label={supplies.asking} />}
      description={
        mine && isRefused(error)
          ? supplies.noBranches(refusal(error))
          : mine && data?.more
            ? supplies.moreBranches
            : undefined
      }
      inputWrapperOrder={['label', 'input', 'description']}
      classNames={{ description: s.told ?? '', option: s.branch ?? '' }}
      onChange={change}
    />
  );
}
