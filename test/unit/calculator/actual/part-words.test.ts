import { expect, test } from 'vitest';
import { ownerOfPart } from '../../../../src/calculator/actual/part-words.ts';
import type { VariancePart } from '../../../../src/roi/variance/variance-parts.ts';

const part = (actual: number, mayBeChance: boolean): VariancePart => ({
  input: 'rate:customers',
  owner: 'sales',
  mayBeChance,
  planned: 0.1,
  actual,
  effect: 0,
});

test.each([
  [0.09, true, 'chance'],
  [0.09, false, 'sales'],
  // Within its luck, and as planned: there is nothing that chance did.
  [0.1, true, 'sales'],
] as const)('a rate of %d of planned 0.1, within its luck: %s, is %s’s', (actual, mayBeChance, owner) => {
  expect(ownerOfPart(part(actual, mayBeChance))).toBe(owner);
});
