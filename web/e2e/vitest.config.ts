import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name: the first run needs a server that nobody used yet. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

// Journeys in a real browser against a real server; one after the other, since they share it.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    globalSetup: ['server.ts'],
    fileParallelism: false,
    sequence: { sequencer: ByName },
    // A machine that is five times as slow passes too.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 240_000,
    hookTimeout: 360_000,
  },
});
