import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../support/browsers/engine.ts';
import { engines, sayWhatIsMissing } from '../support/browsers/engines.ts';
import { faults } from '../support/faults/faults.ts';
import { play } from '../support/faults/scene.ts';

// The quick ones of the faults that `npm run test:faults` plays in full, in every engine that is there.

sayWhatIsMissing();

for (const engine of engines)
  describe.skipIf(engine.missing)(engine.name, () => {
    let profile: string;
    let browser: RunningBrowser;
    beforeAll(async () => {
      profile = await mkdtemp(join(tmpdir(), 'unisono-faults-'));
      browser = await engine.start(profile);
    });
    afterAll(async () => {
      await browser?.quit();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });

    for (const { number, name, cannot, isQuick, suffer } of faults) {
      if (!isQuick) continue;
      test.skipIf(cannot?.[engine.name])(`fault ${number}: ${name}`, async () => {
        const { wrong, statements } = await play(engine, number, suffer, browser);
        expect(wrong).toEqual([]);
        expect(statements).toBeGreaterThan(0);
      });
    }
  });
