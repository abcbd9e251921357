// What was measured, as a table, and into its own part of docs/benchmark.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../../docs/benchmark.md');

export class Report {
  readonly #load = loadavg()[0] ?? 0;
  readonly #rows: string[] = [];
  readonly #heading: string;
  readonly #what: string;

  /**
   * @param heading of its part of the page
   * @param what is measured, after `Written by ...:`
   */
  constructor(heading: string, what: string) {
    this.#heading = `## ${heading}\n`;
    this.#what = what;
  }

  /** @param most the target; absent: it is only told */
  row(what: string, measured: number, most: number | undefined, unit: string, more = ''): void {
    const met = most === undefined ? '' : measured <= most ? 'met' : 'missed';
    const target = most === undefined ? '-' : `${most.toLocaleString('en')} ${unit}`;
    const note = more && ` (${more})`;
    const found = `**${measured.toLocaleString('en')} ${unit}**${note}`;
    this.#rows.push(`| ${what} | ${found} | ${target} | ${met} |`);
  }

  /** With WRITE it goes into the page too, in place of what stood there. */
  print(): void {
    const text = `${this.#heading}
Written by \`WRITE=1 npm run measure\` in \`web\`: ${this.#what}. Load of the machine when it began: ${this.#load.toFixed(2)}.

Machine: ${cpus().length} cores, Linux ${release()}.

| what | measured | target | |
|---|---|---|---|
${this.#rows.join('\n')}
`;
    console.log(text);
    if (!process.env.WRITE) return;
    writeFileSync(PAGE, withPart(readFileSync(PAGE, 'utf8'), this.#heading, text));
  }
}

/** The parts after it stay as they are. */
function withPart(page: string, heading: string, part: string): string {
  const from = page.indexOf(`\n${heading}`) + 1;
  if (!from) return `${page.trimEnd()}\n\n${part}`;
  const next = page.indexOf('\n## ', from);
  return page.slice(0, from) + part + (next < 0 ? '' : page.slice(next));
}
