import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../support/browsers/engine.ts';
import { engines, sayWhatIsMissing } from '../support/browsers/engines.ts';
import { newProfile, removeProfile } from '../support/browsers/profile.ts';
import { faults } from '../support/faults/faults.ts';
import { play } from '../support/faults/scene.ts';

// The quick ones of the faults that `npm run test:faults` plays in full, in every engine that is there.

sayWhatIsMissing();

for (const engine of engines)
  describe.skipIf(engine.missing)(engine.name, () => {
    let profile: string;
    let browser: RunningBrowser;
    beforeAll(async () => {
      profile = await newProfile();
      browser = await engine.start(profile);
    });
    afterAll(async () => {
      await browser?.quit();
      await removeProfile(profile);
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
