import { describe, expect, test } from 'vitest';
import { expectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import { deliveries } from '../../../../src/roi/goal/deliveries.ts';
import { measureDefinition } from '../../../../src/roi/goal/measure.ts';
import type { Campaign, Goal, Measure } from '../../../../src/roi/index.ts';

/** A hundred a month on clicks: leads a month later, opportunities one after them, customers two, money one more. */
const evenly: Campaign = {
  costs: { media: 1200, sales: 120, salesPerOpportunity: 10 },
  funnel: [
    { name: 'clicks', volume: 1200 },
    { name: 'leads', rate: 0.5, delay: [0, 1] },
    { name: 'opportunities', rate: 0.2, delay: [0, 1] },
    { name: 'customers', rate: 0.5, delay: [0, 0, 1] },
  ],
  value: { averageSale: 100, grossMargin: 0.5 },
  timing: { months: 12, spend: new Array(12).fill(1), collection: [0, 1] },
};

const asked = (metric: Measure, deadline: number, of = evenly, budget?: number) => {
  const goal: Goal = { metric, target: 1, ...(budget && { budget }) };
  return deliveries(expectedCampaign(of), measureDefinition('metric', metric), goal, deadline);
};
const dueMonths = (...question: Parameters<typeof asked>) =>
  asked(...question).stages.map((one) => one.dueMonth);
const totals = (...question: Parameters<typeof asked>) =>
  asked(...question).stages.map(({ total }) => Number(total.toFixed(9)));

describe('a stage is due in time for what the goal measures', () => {
  test.each<[Measure, string, number[]]>([
    ['revenue', 'money, a month after customers', [1, 2, 3, 5]],
    ['roas', 'money beside advertising', [1, 2, 3, 5]],
    ['customers', 'customers', [2, 3, 4, 6]],
    ['opportunities', 'opportunities, whoever buys later', [4, 5, 6, 6]],
    ['leads', 'leads', [5, 6, 6, 6]],
    ['clicks', 'clicks', [6, 6, 6, 6]],
    ['breakEvenRoas', 'no stage at all: as for the last', [2, 3, 4, 6]],
  ])('%s: %s', (metric, _, due) => {
    expect(dueMonths(metric, 6)).toEqual(due);
  });

  test('only who comes in time is asked for', () => {
    // 100 clicks a month; of what they come to, as many months as are left.
    expect(totals('customers', 6)).toEqual([200, 100, 20, 10]);
    expect(asked('customers', 6).stages[0]).toMatchObject({
      name: 'clicks',
      owner: 'marketing',
      perMonth: 100,
    });
  });

  test('money that comes at once comes with its customer', () => {
    const { collection, ...timing } = evenly.timing!;
    expect(dueMonths('revenue', 6, { ...evenly, timing })).toEqual([2, 3, 4, 6]);
  });

  test.each([
    [2, 'too early for anybody, and all of it is asked for', 200],
    [4, 'a month too early, and all of it is asked for', 400],
    [5, 'in time for those of the first month', 100],
  ])('a deadline of %d months is %s', (deadline, _, clicks) => {
    expect(totals('customers', deadline)[0]).toBe(clicks);
  });

  test('what is spent later is due later, and may come too late', () => {
    const late = [0, ...new Array(11).fill(1)];
    const asLate = { ...evenly, timing: { ...evenly.timing!, spend: late } };
    expect(totals('customers', 6, asLate)[0]).toBeCloseTo(1200 / 11, 9);
    // Four months to a customer, and nothing spent in the first: all five months count.
    expect(totals('customers', 5, asLate)[0]).toBeCloseTo((1200 / 11) * 4, 6);
    const { spend, ...atOnce } = evenly.timing!;
    expect(totals('customers', 4, { ...evenly, timing: atOnce })[0]).toBe(1200);
    expect(totals('customers', 5, { ...evenly, timing: atOnce })).toEqual([1200, 600, 120, 60]);
  });
});

describe('money', () => {
  // Up to month 6: 100 a month on media, 10 on the team, and 10 for each of 10 opportunities from the third month on.
  const all = { marketing: 600, sales: 60 + 4 * 100 };
  const spent = (...question: Parameters<typeof asked>) => {
    const { marketing, sales } = asked(...question).spend;
    return { marketing: Number(marketing.total.toFixed(9)), sales: Number(sales.total.toFixed(9)) };
  };

  test('that comes too late is not asked for where the goal does not count it', () => {
    expect(spent('customers', 6)).toEqual({ marketing: 200, sales: 60 + 2 * 100 });
    expect(spent('leads', 6)).toEqual({ marketing: 500, sales: all.sales });
  });

  test.each<Measure>(['roas', 'cpl', 'profit', 'maximumCplAllCosts', 'breakEvenCustomers', 'ltvToCac'])(
    'is asked for up to the deadline where the goal counts it: %s',
    (metric) => {
      expect(spent(metric, 6)).toEqual(all);
    },
  );

  test('is asked for up to the deadline under a budget, too', () => {
    expect(spent('customers', 6, evenly, 5000)).toEqual(all);
  });

  test('of a campaign without months is spread evenly up to the deadline', () => {
    const { timing, ...timeless } = evenly;
    const funnel = evenly.funnel.map(({ delay, ...stage }) => stage);
    const plan = asked('customers', 6, { ...timeless, funnel });
    expect(plan.spend).toEqual({
      marketing: { total: 1200, perMonth: 200, dueMonth: 6 },
      sales: { total: 120 + 1200, perMonth: 220, dueMonth: 6 },
    });
    expect(plan.stages.map(({ total, perMonth, dueMonth }) => [total, perMonth, dueMonth])).toEqual([
      [1200, 200, 6],
      [600, 100, 6],
      [120, 20, 6],
      [60, 10, 6],
    ]);
  });
});
