import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findHeadless } from './test/support/find-chromium.ts';
import { printForm } from './test/support/print-form.ts';
import { serveMockWorker } from './test/support/serve-mock-worker.ts';

/** Limits for what hangs, never a measure of speed: a busy machine takes several times as long as an idle one. */
const limits = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

/** Properties draw the same cases in every run. */
const setupFiles = ['test/support/draw-alike.ts'];

/** The package by the names under which the collector knows it. */
const alias = Object.entries({
  schema: 'schema.ts',
  words: 'words.ts',
  roi: 'roi/index.ts',
  calculator: 'calculator/index.ts',
}).map(([name, file]) => ({
  find: `unisono/${name}`,
  replacement: fileURLToPath(new URL(`src/${file}`, import.meta.url)),
}));

export default defineConfig({
  test: {
    // Left to itself, vitest uses one core fewer than there are.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...limits,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          setupFiles,
        },
      },
      {
        plugins: [serveMockWorker()],
        // Found out only while tests run, a dependency would make the page load anew in the middle of them.
        optimizeDeps: {
          include: ['axe-core', 'lit/html.js', 'msw', 'msw/browser', 'zod'],
        },
        test: {
          ...limits,
          // What is looked for and never comes is waited for that long.
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            commands: { printForm },
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findHeadless(), args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...limits,
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        resolve: { alias },
        test: {
          ...limits,
          name: 'collector',
          include: ['test/collector/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Its files share what they import, and the databases that are free again.
          isolate: false,
          setupFiles,
          globalSetup: ['test/support/provide-postgres.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          ...limits,
          // Whole processes are started, killed and started again in one of them.
          testTimeout: 600_000,
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/bundle-server.ts'],
        },
      },
    ],
  },
});
