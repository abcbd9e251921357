import { plainly } from '~/text/hidden';

/** A prompt's first line that says something, cut where a heading would end. Pure. */
export function title(prompt: string, most = 120): string {
  const line =
    prompt
      .split('\n')
      .map(it => it.replace(/^#+\s*/, '').trim())
      .find(Boolean) ?? '';
  return plainly(line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`);
}
