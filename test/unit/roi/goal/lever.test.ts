import { describe, expect, test } from 'vitest';
import { checkCampaign } from '../../../../src/roi/campaign/check/check-campaign.ts';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { leversOf } from '../../../../src/roi/goal/lever.ts';
import type { Campaign } from '../../../../src/roi/index.ts';

/** All that can be given, at a price that is no round number. */
const bought = (price: number): Campaign => ({
  costs: { media: 1000, production: 1, agency: 20, tools: 3, sales: 4, salesPerOpportunity: 5 },
  funnel: [
    { name: 'clicks', price },
    { name: 'leads', rate: 0.2 },
    { name: 'opportunities', rate: { hits: 10, of: 50 } },
    { name: 'customers', rate: 0.3 },
  ],
  value: {
    averageSale: 100,
    grossMargin: 0.5,
    ordersPerCustomer: 2,
    churn: 0.1,
    retentionSpend: 1,
    baseline: 10,
  },
});

/** The same with a volume of its own. */
const counted = (volume: number, media = 1000): Campaign => {
  const { costs, funnel, value } = bought(1);
  return { costs: { ...costs, media }, funnel: [{ name: 'clicks', volume }, ...funnel.slice(1)], value };
};

/** Numbers as equal as digits go, by their places. */
function flat(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, `${place}.${key}`));
}
const near = ([place, value]: [string, unknown]) => [
  place,
  typeof value === 'number' ? expect.closeTo(value, 12 - Math.ceil(Math.log10(Math.abs(value) + 1))) : value,
];

const campaigns: [string, Campaign][] = [
  ...[0.3, 0.7, 1, 1.1, 7].map((price): [string, Campaign] => [`at a price of ${price}`, bought(price)]),
  ['with a dear volume', counted(97)],
  ['with a cheap one', counted(9700)],
  ['with a volume that costs nothing', counted(97, 0)],
  ['with media and no volume yet', counted(0)],
];

describe.each(campaigns)('of a campaign %s', (_, asked) => {
  const expected = expectedCampaign(asked);
  const levers = leversOf(asked, expected);

  test('a lever expects what the campaign comes to in which it is moved', () => {
    for (const { value, most, expect: expectAt, move } of levers)
      for (const to of [value / 2, value * 1.2, value + 0.25].filter((each) => each > 0 && each <= most))
        expect(flat(expectAt(to))).toEqual(flat(expectedCampaign(move(to))).map(near));
  });

  test('a lever that is not moved expects what is expected anyway', () => {
    for (const { value, expect: expectAt } of levers) expect(expectAt(value)).toBe(expected);
  });

  test('the campaign is within the model at either end of a lever', () => {
    for (const { id, least, most, move } of levers)
      for (const end of [least, most]) {
        expect([id, end, ...checkCampaign(move(end))]).toEqual([id, end]);
        expect(expectedCampaign(move(end)).volume).toBeLessThanOrEqual(1e15);
      }
  });

  test('a lever reaches as far as the model does, and what it buys or costs no further', () => {
    for (const { id, most, expect: expectAt } of levers) {
      const { volume, costs } = expectAt(most);
      const isShare = id.startsWith('rate:') || ['value:grossMargin', 'value:churn'].includes(id);
      const bound = id === 'volume' || id === 'cost:media' ? [volume, costs.media] : [];
      expect(Math.max(most, ...bound) / (isShare ? 1 : 1e15), id).toBeCloseTo(1, 9);
    }
  });
});

test('a price is least where what it buys is most', () => {
  const price = leversOf(bought(2)).find(({ id }) => id === 'price')!;
  expect(price.expect(price.least).volume / 1e15).toBeCloseTo(1, 9);
  const nothing = { ...bought(2), costs: { media: 0 } };
  expect(leversOf(nothing).find(({ id }) => id === 'price')!.least).toBe(1e-15);
});
