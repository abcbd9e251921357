import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name, but the first run before all: it needs a server that nobody used yet. */
class FirstRunFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('/first-run.journey.ts') ? '' : moduleId;
    return files.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }
}

// Journeys in a real browser against a real server; one after the other, since they share it.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    globalSetup: ['server.ts'],
    fileParallelism: false,
    sequence: { sequencer: FirstRunFirst },
    // A machine that is five times as slow passes too.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 240_000,
    hookTimeout: 360_000,
  },
});
