import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

/** What a machine can find wrong for people with disabilities (WCAG 2.2 A and AA), a line each. */
export async function axe(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's policy stands as it is.
  await page.evaluate(script);
  const found = await page.evaluate<readonly Finding[]>(`
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then(result => JSON.parse(JSON.stringify(result.violations)))`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
