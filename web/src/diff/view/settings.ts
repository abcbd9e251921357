import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';

export interface Settings {
  readonly split: boolean;
  readonly hideSpaces: boolean;
  readonly wrap: boolean;
  readonly tree: boolean;
}

const USUAL: Settings = { split: true, hideSpaces: false, wrap: true, tree: true };

/** How a reader likes diffs, kept in the browser. */
export function useSettings() {
  const [kept, keep] = useLocalStorage<Settings>({
    key: 'drydock.diff',
    defaultValue: USUAL,
    getInitialValueInEffect: false,
  });
  const settings = useMemo(() => ({ ...USUAL, ...kept }), [kept]);
  const change = (some: Partial<Settings>) => keep({ ...settings, ...some });
  return [settings, change] as const;
}

/** No room for two columns of code (`narrow`), or for the tree beside them (`tight`). */
export function useRoom(): { readonly narrow: boolean; readonly tight: boolean } {
  return { narrow: useBelow('52rem'), tight: useBelow('68rem') };
}

function useBelow(width: string): boolean {
  return (
    useMediaQuery(`(width < ${width})`, undefined, { getInitialValueInEffect: false }) ?? false
  );
}
