import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vitest/config';

const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Serves msw's service worker from where npm has put it, so that no copy of it stands in the repository. */
export const serveMockWorker = (): Plugin => ({
  name: 'serve-mock-worker',
  configureServer({ middlewares }) {
    middlewares.use('/mockServiceWorker.js', (_, response) => {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(worker));
    });
  },
});
