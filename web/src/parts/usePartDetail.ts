import type { System } from '~/api/client';
import { useFormats, useWords } from '~/words/Words';

/** How a part of the server is, in the chosen language; the server's own words where they say more. */
export function usePartDetail(
  system: System | undefined,
): (name: string, healthy: boolean, detail: string) => string {
  const { parts, freeOf } = useWords().settings.system.details;
  const { bytes } = useFormats();
  return (name, healthy, detail) => {
    if (name === 'disk' && system) {
      const { free, total, floor } = system.disk;
      const room = freeOf(bytes(free), bytes(total));
      return healthy ? room : parts.diskFull(room, bytes(floor));
    }
    if (name === 'database') return healthy ? parts.databaseAnswers : parts.databaseSilent;
    if (name === 'sandbox') return parts.sandbox(healthy, detail);
    return detail;
  };
}
