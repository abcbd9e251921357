import { useNow } from '~/time/now';
import { useFormats } from '~/words/Words';
import type { ToolRow } from '../story/rows';

/** How long it took, or has taken so far. Of no time at all nothing is said. */
export function Counted({ row }: { readonly row: Pick<ToolRow, 'at' | 'took' | 'status'> }) {
  const { duration } = useFormats();
  const runs = row.status === 'running';
  const now = useNow(1_000, runs);
  const ms = runs ? now - Date.parse(row.at) : (row.took ?? 0);
  return ms < 500 ? null : <span>{duration(ms)}</span>;
}
