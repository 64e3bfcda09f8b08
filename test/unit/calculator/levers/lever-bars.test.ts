import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leverBars } from '../../../../src/calculator/levers/lever-bars.ts';
import { type Campaign, rankLevers } from '../../../../src/roi/index.ts';

const campaign: Campaign = {
  costs: { media: { low: 4000, likely: 5000, high: 7000 } },
  funnel: [
    { name: 'leads', volume: 200 },
    { name: 'customers', rate: { hits: 12, of: 120 } },
  ],
  value: { averageSale: 1200, grossMargin: 0.6 },
};

test('the widest bar comes first, and each says whether it moved over its own range or by an equal step', () => {
  const { bars } = leverBars(rankLevers(campaign, { metric: 'profit' }));
  expect(bars.map(({ lever, owner, basis }) => [lever, owner, basis])).toEqual([
    ['rate:customers', 'sales', 'own'],
    ['value:averageSale', 'shared', 'step'],
    ['value:grossMargin', 'shared', 'step'],
    ['volume', 'marketing', 'step'],
    ['cost:media', 'marketing', 'own'],
  ]);
});

test('the lower figure stands first, even where the lever is at its high end for it', () => {
  const { bars } = leverBars(rankLevers(campaign, { metric: 'profit' }));
  const [worse, better] = bars.find(({ lever }) => lever === 'cost:media')!.ends;
  expect(worse.lever).toBeGreaterThan(better.lever);
});

test('every bar, the plan and the zero lie within the picture, in the order of their figures', () => {
  const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 50 }), (one, other, hits) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const { bars, now, zero } = leverBars(
        rankLevers(
          {
            ...campaign,
            costs: { media: { low, likely: (low + high) / 2, high } },
            funnel: [campaign.funnel[0]!, { name: 'customers', rate: { hits, of: 50 } }],
          },
          { metric: 'profit' },
        ),
      );
      for (const { ends } of bars) expect(ends[0].at).toBeLessThanOrEqual(ends[1].at + 1e-9);
      for (const at of [...bars.flatMap(({ ends }) => ends.map((end) => end.at)), now ?? 50, zero ?? 50]) {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(100 + 1e-9);
      }
    }),
  );
});

test('without anything uncertain all of them move by an equal step, and those that move nothing are not there', () => {
  const sure: Campaign = {
    ...campaign,
    costs: { media: 5000, tools: 0 },
    funnel: [campaign.funnel[0]!, { name: 'customers', rate: 0.1 }],
  };
  const { bars } = leverBars(rankLevers(sure, { metric: 'profit' }));
  expect(bars.map(({ basis }) => basis)).toEqual(Array(5).fill('step'));
  expect(bars.map(({ lever }) => lever)).not.toContain('cost:tools');
});
