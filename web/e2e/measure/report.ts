// What was measured, as a table, and into its own part of docs/benchmark.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../../docs/benchmark.md');
const HEADING = '## The page of a long task';

export class Report {
  readonly #load = loadavg()[0] ?? 0;
  readonly #rows: string[] = [];

  /** @param most the target; absent: it is only told */
  row(what: string, measured: number, most: number | undefined, unit: string, more = ''): void {
    const met = most === undefined ? '' : measured <= most ? 'met' : 'missed';
    const target = most === undefined ? '-' : `${most} ${unit}`;
    const note = more && ` (${more})`;
    this.#rows.push(`| ${what} | **${measured} ${unit}**${note} | ${target} | ${met} |`);
  }

  /** With WRITE it goes into the page too, in place of what stood there. */
  print(): void {
    const text = `${HEADING}

Written by \`WRITE=1 npm run measure\` in \`web\`: a task of 100,000 events in headless Chromium without a graphics card. Load of the machine when it began: ${this.#load.toFixed(2)}.

Machine: ${cpus().length} cores, Linux ${release()}.

| what | measured | target | |
|---|---|---|---|
${this.#rows.join('\n')}
`;
    console.log(text);
    if (process.env.WRITE) writeFileSync(PAGE, withPart(readFileSync(PAGE, 'utf8'), text));
  }
}

function withPart(page: string, part: string): string {
  const from = page.indexOf(HEADING);
  if (from < 0) return `${page.trimEnd()}\n\n${part}`;
  const next = page.indexOf('\n## ', from + 1);
  return page.slice(0, from) + part + (next < 0 ? '' : page.slice(next));
}
