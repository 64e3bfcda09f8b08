import { defineConfig } from 'vitest/config';

/** The unit tests alone: `scripts/mutants.ts` says of which room. */
export default defineConfig({
  test: { include: ['**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
