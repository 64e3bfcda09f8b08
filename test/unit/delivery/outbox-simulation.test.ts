import { expect, test } from 'vitest';
import { mutants, withMutant } from '../../support/simulation/mutants.ts';
import { simulate } from '../../support/simulation/simulate.ts';

// The first schedules of the million that `npm run test:outbox` looks at. `npm run test:outbox -- --seed 7` prints what
// happens in one of them.

const seeds = Array.from({ length: 1_500 }, (_, index) => index + 1);

test('no schedule of tabs, crashes, outages and clocks loses or doubles a lead', async () => {
  const faults: Record<number, string[]> = {};
  for (const seed of seeds) {
    const found = await simulate(seed);
    if (found.length) faults[seed] = found;
  }
  expect(faults).toEqual({});
});

test('a seed is a schedule: the same again, to the last move', async () => {
  const [once, again]: string[][] = [[], []];
  await simulate(4, once);
  await simulate(4, again);
  expect(once!.length).toBeGreaterThan(100);
  expect(again).toEqual(once);
});

test.each(mutants)('notices $name', async (mutant) => {
  const simulateMutant = await withMutant(mutant);
  for (const seed of seeds) {
    const faults = await simulateMutant(seed);
    if (faults.length) return;
  }
  expect.unreachable('no schedule noticed it');
});
