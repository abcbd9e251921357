import type { TestProject } from 'vitest/node';
import { recordDiff } from './diffing';
import { record } from './recording';

declare module 'vitest' {
  interface ProvidedContext {
    readonly events: number;
  }
}

/**
 * What the server will play: it must lie there before a task asks for it. Half of the events, since
 * two attempts play it: a model's memory of all of them would be larger than a request may be.
 */
export function setup(project: TestProject): void {
  const folder = process.env.DRYDOCK_SCRIPTS;
  if (!folder) throw new Error('DRYDOCK_SCRIPTS is not set');
  const events = project.config.provide.events ?? 100_000;
  record(folder, 'measure', events / 2);
  recordDiff(folder, 'diffing');
}
