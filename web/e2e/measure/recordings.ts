import type { TestProject } from 'vitest/node';
import { record } from './recording';

declare module 'vitest' {
  interface ProvidedContext {
    readonly events: number;
  }
}

/** What the server will play: it must lie there before a task asks for it. */
export function setup(project: TestProject): void {
  const folder = process.env.DRYDOCK_SCRIPTS;
  if (!folder) throw new Error('DRYDOCK_SCRIPTS is not set');
  record(folder, 'measure', project.config.provide.events ?? 100_000);
}
