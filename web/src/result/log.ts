import { queryOptions } from '@tanstack/react-query';
import { Refused } from '~/api/refused';
import { plainly } from '~/diff/rows/visible';
import { plainLog } from './files';

const MOST_SHOWN = 200_000;

/** The end of a log that grows no more, as text. */
export function logTailQuery(address: string) {
  return queryOptions({
    queryKey: ['log-tail', address],
    queryFn: async ({ signal }) => {
      const response = await fetch(address, { signal });
      if (!response.ok) {
        throw Refused.of(response.status, await response.json().catch(() => undefined));
      }
      const all = plainLog(await response.text());
      const shown = all.slice(-MOST_SHOWN).split('\n').map(plainly).join('\n');
      return { text: shown, cut: all.length > MOST_SHOWN };
    },
    staleTime: 60_000,
  });
}
