import { defineConfig } from 'vitest/config';

/** The unit tests alone, of the room that `scripts/mutants.ts` names. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // Slow, and drawn at random: a fault that only luck finds does not count as noticed.
    exclude: ['**/any-*.test.ts', '**/outbox-promise.test.ts', '**/hostile-payloads.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
