import { expect, test } from 'vitest';
import type { ExpectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import type { Lever } from '../../../../src/roi/goal/lever.ts';
import { elsewhere, leverLine } from '../../../../src/roi/goal/lever-line.ts';

/** A lever that is a campaign of one number. */
const leverAt = (value: number, most = 100) =>
  ({ value, least: 0, most, expect: (at: number) => at as unknown as ExpectedCampaign }) as Lever;

test.each([
  [10, 100, 5],
  [0, 100, 1],
  [0, 1, 0.5],
])('a lever at %d of at most %d is measured a second time at %d', (value, most, other) => {
  expect(elsewhere(leverAt(value, most))).toBe(other);
});

test.each([10, 0])(
  'the line of a lever at %d says where it crosses zero, and that nothing is left there',
  (value) => {
    const line = leverLine(leverAt(value), (campaign) => 3 * (campaign as unknown as number) - 60);
    expect(line).toEqual({ here: 3 * value - 60, slope: 3, zero: 20, left: 0 });
  },
);

test('of what is no line, something is left where it was thought to cross zero', () => {
  const { left } = leverLine(leverAt(10), (campaign) => (campaign as unknown as number) ** 2 - 60);
  expect(Math.abs(left)).toBeGreaterThan(1);
});
