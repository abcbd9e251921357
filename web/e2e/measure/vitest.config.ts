import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Figures, not judgements of right and wrong: npm run measure. The server plays the recordings that
// are made beforehand.
const scripts = process.env.DRYDOCK_SCRIPTS ?? '/var/tmp/drydock-measure-scripts';
process.env.DRYDOCK_SCRIPTS = scripts;

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['measure/*.measure.ts'],
    globalSetup: ['measure/recordings.ts', 'server.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    provide: { events: Number(process.env.EVENTS ?? 100_000) },
  },
});
