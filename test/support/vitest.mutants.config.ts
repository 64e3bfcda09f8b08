import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The unit tests alone, of the room that `scripts/mutants.ts` names. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [
      // Slow, and drawn at random: a fault that only luck finds does not count as noticed.
      '**/any-*.test.ts',
      '**/outbox-promise.test.ts',
      '**/hostile-payloads.test.ts',
      // Thousands of evaluations each: once for every fault, that is days.
      '**/feature-pairs.test.ts',
      '**/soundness.test.ts',
    ],
    // Enough for what is broken everywhere. A multiple of 20, since tests take a part of it, and fast-check never ends
    // with a part of a run.
    env: { ROI_CAMPAIGNS: '40', ROI_GOALS: '60' },
    // The same draws each time, so that luck neither finds a fault nor invents one.
    setupFiles: [fileURLToPath(new URL('draw-alike.ts', import.meta.url))],
    environment: 'node',
    // The model's modules hold nothing that a test could leave behind, and most of the time went into loading them anew.
    isolate: process.env.MUTATED_ROOM !== 'roi',
    testTimeout: 60_000,
  },
});
