import { expect, test } from 'vitest';
import { type Campaign, createSimulation, simulate } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const range = { low: 900, likely: 1000, high: 1100 };

/** Sure but for what it says. */
const uncertain: Record<string, Partial<Campaign>> = {
  'a cost': { costs: { media: 1000, tools: { low: 1, likely: 2, high: 3 } } },
  'what a customer is worth': { value: { averageSale: { low: 1, likely: 2, high: 3 }, grossMargin: 0.5 } },
  'a price': {
    funnel: [
      { name: 'leads', price: { low: 8, likely: 10, high: 12 } },
      { name: 'customers', rate: 0.1 },
    ],
  },
  'a volume that was counted': {
    funnel: [
      { name: 'leads', volume: { counted: 100 } },
      { name: 'customers', rate: 0.1 },
    ],
  },
  'a rate from counts': {
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', rate: { hits: 10, of: 100 } },
    ],
  },
};

test.each(Object.entries(uncertain))('where %s is uncertain, a campaign is drawn', (_, about) => {
  const { reason, draws, customers } = simulate(campaign(about), { draws: 200, seed: 1 });
  expect([reason, draws]).toEqual([null, 200]);
  expect(customers!.p10).toBeGreaterThan(0);
  expect(customers!.p90).toBeLessThan(20);
});

test('what cannot be drawn says why, and draws nothing', () => {
  const reasonOf = (about: Partial<Campaign>) => {
    const simulation = createSimulation(campaign({ costs: { media: range }, ...about }), {
      draws: 50,
      seed: 1,
    });
    expect(simulation.run(10)).toBe(simulation.result().reason ? 0 : 40);
    return simulation.result().reason;
  };
  const forEver = { averageSale: 50, grossMargin: 0.5, churn: 0 };
  expect(reasonOf({})).toBeNull();
  expect(reasonOf({ funnel: [{ name: 'leads', volume: 10 }] })).toBe('stage-not-in-funnel');
  expect(reasonOf({ value: forEver })).toBe('needs-a-horizon');
  expect(reasonOf({ value: { ...forEver, horizon: 12 } })).toBeNull();
  expect(reasonOf({ value: forEver, timing: { months: 12 } })).toBeNull();
});

test('before anything is drawn there are no figures, and half of it is of what was drawn', () => {
  const simulation = createSimulation(campaign(uncertain['a rate from counts']), { draws: 100, seed: 1 });
  expect(simulation.result()).toEqual({
    draws: 0,
    seed: 1,
    reason: null,
    lossChance: null,
    profit: null,
    revenue: null,
    roiMargin: null,
    customers: null,
    rates: {},
  });
  expect(simulation.run(30)).toBe(70);
  expect(simulation.result().draws).toBe(30);
  expect(simulation.result().rates.customers!.p50).toBeGreaterThan(0);
  expect(simulation.run(1000)).toBe(0);
  expect(simulation.result().draws).toBe(100);
});

test('to lose nothing is no loss, and what costs nothing has no return', () => {
  const free = campaign({
    costs: { media: 0 },
    funnel: [{ name: 'customers', volume: 4 }],
    value: { averageSale: { low: 0, likely: 0, high: 0 }, grossMargin: 0.5 },
  });
  expect(simulate(free, { draws: 50, seed: 1 })).toMatchObject({
    lossChance: 0,
    profit: { p10: 0, p50: 0, p90: 0 },
    roiMargin: null,
  });
  expect(simulate({ ...free, costs: { media: 1 } }, { draws: 50, seed: 1 })).toMatchObject({
    lossChance: 1,
    roiMargin: { p50: -1 },
  });
});

test('every cost counts, as much of it as falls within the months looked at', () => {
  const spent = campaign({
    costs: { media: 100, production: 20, agency: 30, tools: 40, sales: 50, salesPerOpportunity: 7 },
    funnel: [
      { name: 'opportunities', volume: 10 },
      { name: 'customers', rate: 1 },
    ],
    value: { averageSale: { low: 0, likely: 0, high: 0 }, grossMargin: 0.5 },
  });
  const profitOf = (asked: Campaign) => simulate(asked, { draws: 20, seed: 1 }).profit!.p50;
  expect(profitOf(spent)).toBe(-(100 + 20 + 30 + 40 + 50 + 7 * 10));
  // A quarter of each kind in the one month, and with media a quarter of the ten: two of them or three.
  const costs = { production: [1, 3], agency: [1, 3], tools: [1, 3], sales: [1, 3] };
  const quarter = profitOf({ ...spent, timing: { months: 1, spend: [1, 3], costs } });
  expect([-(60 + 7 * 2.5), -(60 + 7 * 2), -(60 + 7 * 3)]).toContain(quarter);
});

test('a customer who orders each month has paid, by the end of the months looked at, for those since', () => {
  const monthly = campaign({
    costs: { media: 0 },
    funnel: [{ name: 'customers', volume: 10 }],
    value: { averageSale: { low: 100, likely: 100, high: 100 }, grossMargin: 0.5, churn: 0.5 },
    timing: { months: 3 },
  });
  const { revenue, profit, customers } = simulate(monthly, { draws: 20, seed: 1 });
  expect(customers!.p50).toBe(10);
  expect(revenue!.p50).toBeCloseTo(10 * 100 * (1 + 0.5 + 0.25), 9);
  expect(profit!.p50).toBeCloseTo(875, 9);
  // Churn that is drawn moves what is paid: 1.9 + 0.81 months' worth at a tenth, 1.1 + 0.01 at nine tenths.
  const loose = { ...monthly.value, averageSale: 100, churn: { low: 0.1, likely: 0.5, high: 0.9 } };
  const drawn = simulate({ ...monthly, value: loose }, { draws: 4000, seed: 1 }).revenue!;
  expect(drawn.p10).toBeGreaterThan(1110);
  expect(drawn.p90).toBeLessThan(2710);
  // The middle 80 % of the triangle are from 0.5 less 0.2211 to 0.5 and 0.2211.
  expect(Math.abs(drawn.p10 - 1000 * (1 + 0.2789 + 0.2789 ** 2))).toBeLessThan(30);
  expect(Math.abs(drawn.p90 - 1000 * (1 + 0.7211 + 0.7211 ** 2))).toBeLessThan(30);
});

test.each<[string, unknown]>([
  ['options', null],
  ['draws', { draws: 0, seed: 1 }],
  ['draws', { draws: 1.5, seed: 1 }],
  ['seed', { draws: 10, seed: Number.NaN }],
])('%s outside the model is refused by name', (field, options) => {
  const asked = campaign(uncertain['a price']);
  expect(() => createSimulation(asked, options as never)).toThrow(expect.objectContaining({ field }));
  expect(() => createSimulation({ ...asked, costs: { media: -1 } }, { draws: 1, seed: 1 })).toThrow(
    'costs.media',
  );
});
