import { queryOptions } from '@tanstack/react-query';
import { plainText } from '~/text/plainText';
import { readTail } from '~/text/readTail';

/** The end of a log that grows no more, as text. */
export function logTailQuery(address: string) {
  return queryOptions({
    queryKey: ['log-tail', address],
    queryFn: async ({ signal }) => {
      const { text, cut } = await readTail(address, signal);
      return { text: plainText(text), cut };
    },
    staleTime: 60_000,
  });
}
