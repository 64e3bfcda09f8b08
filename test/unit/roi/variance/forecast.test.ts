import { expect, test } from 'vitest';
import { type Campaign, explainVariance, type StageName } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

/** 25 leads in each of four months. Half are opportunities a month later, two in five of those buy a month after. */
const plan = (months: number): Campaign =>
  campaign({
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'opportunities', rate: 0.5, delay: [0, 1] },
      { name: 'customers', rate: 0.4, delay: [0, 1] },
    ],
    timing: { months, spend: [1, 1, 1, 1] },
  });

const counted = (counts: Partial<Record<StageName, number>>): Campaign =>
  campaign({
    funnel: Object.entries(counts).map(([name, volume]) => ({ name: name as StageName, volume })),
  });

const forecasts = (asked: Campaign, counts: Partial<Record<StageName, number>>, asOf: number) =>
  explainVariance(asked, counted(counts), { asOf }).stages.map(({ forecast }) => forecast);

test('those who have come, those on their way, and those still to enter are what it now looks like', () => {
  const { stages } = explainVariance(plan(6), counted({ leads: 60, opportunities: 15, customers: 0 }), {
    asOf: 2,
  });
  expect(stages.map(({ due }) => due)).toEqual([50, 12.5, 0]);
  expect(stages.map(({ planned }) => planned)).toEqual([100, 50, 20]);
  // 60 + 50 leads. 15 opportunities, a quarter of 60 on their way, half of 50. Two in five of all 55.
  expect(stages.map(({ forecast }) => forecast)).toEqual([110, 55, expect.closeTo(22, 9)]);
});

test('a stage that nobody counted goes on at the plan’s rates', () => {
  const { stages } = explainVariance(plan(6), counted({ leads: 60, customers: 0 }), { asOf: 2 });
  expect(stages.map(({ actual, isMeasured }) => [actual, isMeasured])).toEqual([
    [60, true],
    [15, false],
    [0, true],
  ]);
  expect(stages.map(({ forecast }) => forecast)).toEqual([110, 55, expect.closeTo(22, 9)]);
});

test('who would arrive after the months looked at is not on the way', () => {
  // Of leads of the third month, all opportunities come in time and no customer; of the fourth, neither.
  const looked = forecasts(plan(4), { leads: 60, customers: 0 }, 2);
  expect(looked).toEqual([110, 60 * 0.5 + 50 * 0.25, 12].map((count) => expect.closeTo(count, 9)));
  // A month later 75 leads and five customers are due, and of those leads ten become customers in time.
  const later = forecasts(plan(4), { leads: 90, customers: 6 }, 3);
  expect(later).toEqual([115, 90 * 0.5, 6 + 90 * (5 / 75)].map((count) => expect.closeTo(count, 9)));
});

test('who has come before anybody was expected fares like everybody', () => {
  // Of 25 leads, half are on their way; of the five who are early, two in five.
  const looked = forecasts(plan(6), { leads: 25, opportunities: 5, customers: 0 }, 1);
  expect(looked).toEqual([100, 5 + 12.5 + 37.5, 0 + 2 + 20].map((count) => expect.closeTo(count, 9)));
});

test('at a stage that the plan leaves empty, who comes all the same goes on at the plan’s later rates', () => {
  const asked = plan(6);
  const [leads, opportunities, customers] = asked.funnel as [Campaign['funnel'][number], never, never];
  const none = {
    ...asked,
    funnel: [leads, { ...(opportunities as object), rate: 0 }, customers],
  } as Campaign;
  const looked = forecasts(none, { leads: 50, opportunities: 10, customers: 0 }, 2);
  expect(looked).toEqual([100, 10, expect.closeTo(4, 9)]);
});

test('who has come paid what was seen, who is still to come pays as planned', () => {
  const halves = campaign({ timing: { months: 2, spend: [1, 1] } });
  const actual = campaign({
    costs: { media: 500 },
    funnel: [
      { name: 'leads', volume: 50 },
      { name: 'customers', volume: 5 },
    ],
    value: { averageSale: 400, grossMargin: 0.6 },
  });
  const { asOf, gap, parts, toDate } = explainVariance(halves, actual, { asOf: 1 });
  // A hundred less from each of five, of which 60 % is ours.
  expect([asOf, gap]).toEqual([1, expect.closeTo(-300, 9)]);
  expect(parts.filter(({ effect }) => effect !== 0)).toMatchObject([
    { input: 'value:averageSale', planned: 500, actual: 400, effect: expect.closeTo(-300, 9) },
  ]);
  expect(toDate).toEqual({ planned: 1000, actual: 700, gap: -300 });
});

test('what opportunities cost is explained where they are what enters the funnel', () => {
  const worked = campaign({
    costs: { media: 1000, salesPerOpportunity: 20 },
    funnel: [
      { name: 'opportunities', volume: 100 },
      { name: 'customers', rate: 0.1 },
    ],
  });
  const actual = campaign({
    costs: { media: 1000, salesPerOpportunity: 30 },
    funnel: [
      { name: 'opportunities', volume: 100 },
      { name: 'customers', volume: 10 },
    ],
  });
  const { gap, byOwner, parts } = explainVariance(worked, actual);
  expect(gap).toBe(-1000);
  expect(byOwner).toEqual({ marketing: 0, sales: -1000, shared: 0 });
  expect(parts.find(({ input }) => input === 'cost:salesPerOpportunity')).toMatchObject({
    planned: 20,
    actual: 30,
    effect: -1000,
  });
});

const monthly = (churn?: number) => ({
  averageSale: 50,
  grossMargin: 0.6,
  ...(churn !== undefined && { churn }),
});

test('fewer customers who stay are a part of the gap, shown as churn', () => {
  const bought = [
    { name: 'leads' as const, volume: 100 },
    { name: 'customers' as const, volume: 10 },
  ];
  const { gap, parts } = explainVariance(
    campaign({ value: monthly(0.1) }),
    campaign({ funnel: bought, value: monthly(0.2) }),
  );
  // Ten months each become five: 10 * 5 * 50 * 0.6.
  expect(gap).toBeCloseTo(-1500, 9);
  expect(parts.find(({ input }) => input === 'value:churn')).toMatchObject({
    planned: 0.1,
    actual: 0.2,
    effect: expect.closeTo(-1500, 9),
  });
});

test('churn says nothing of a plan whose customers buy once', () => {
  const once = campaign();
  const bought = counted({ leads: 100, customers: 10 });
  const { gap, parts } = explainVariance(once, { ...bought, value: { ...once.value, churn: 0.2 } });
  expect(gap).toBe(0);
  expect(parts.map(({ input }) => input)).not.toContain('value:churn');
});

test('a stage that nobody counted exceeds nothing and is exceeded by nothing', () => {
  // Of twenty leads, ten opportunities would be usual, and fifteen have bought.
  expect(explainVariance(plan(6), counted({ leads: 20, customers: 15 })).flags).toEqual([]);
  expect(explainVariance(plan(6), counted({ leads: 20, customers: 21 })).flags).toEqual([
    { stage: 'customers', exceeds: 'leads' },
  ]);
});

test('what cannot be compared is refused by the name of its field', () => {
  const sane = counted({ leads: 100, customers: 10 });
  const refusal = (ask: () => unknown) => {
    try {
      ask();
    } catch (error) {
      const { field, code } = error as { field: string; code: string };
      return [field, code];
    }
    return null;
  };
  const negative = campaign({ costs: { media: -1 } });
  const endless = campaign({ value: monthly(0) });
  expect(refusal(() => explainVariance(negative, sane))![0]).toBe('plan.costs.media');
  expect(refusal(() => explainVariance(campaign(), negative))![0]).toBe('actual.costs.media');
  expect(refusal(() => explainVariance(campaign(), sane, { asOf: -1 }))![0]).toBe('asOf');
  expect(refusal(() => explainVariance(campaign(), sane, null as never))![0]).toBe('options');
  expect(refusal(() => explainVariance(endless, sane))).toEqual(['plan.timing', 'required']);
  expect(refusal(() => explainVariance(counted({ leads: 1 }), sane))).toEqual(['plan.funnel', 'required']);
  expect(refusal(() => explainVariance(campaign(), counted({ leads: 1, sql: 1, customers: 1 })))).toEqual([
    'actual.funnel[1].name',
    'unexpected',
  ]);
  expect(() => explainVariance(plan(6), counted({ clicks: 1 }))).toThrow('leads, opportunities, customers');
  const ending = { ...endless, value: { ...endless.value, horizon: 12 } };
  expect(explainVariance(ending, sane).asOf).toBeNull();
});

test('once all is due, nobody is still to come, however the shares of the months round', () => {
  const asked = campaign({
    costs: { media: 0 },
    funnel: [
      { name: 'visits', volume: 2, delay: [1 / 12, 1 / 12, 10 / 12] },
      { name: 'leads', rate: 0.5 },
      { name: 'customers', rate: 0.5 },
    ],
    value: { averageSale: 1000, grossMargin: 0.5 },
    timing: { months: 1, spend: [0.011494252873563218, 0.8620689655172413, 0.12643678160919541] },
  });
  const happened = campaign({
    costs: { media: 0 },
    funnel: [
      { name: 'leads', volume: 1 },
      { name: 'customers', volume: 0 },
    ],
    value: { averageSale: 0, grossMargin: 0 },
  });
  const { stages, parts } = explainVariance(asked, happened, { asOf: 5 });
  expect(stages.at(-1)!.forecast).toBe(0);
  // Rate, sale and margin have all come to nothing: a third of the gap each.
  const effects = parts.map(({ effect }) => effect).filter((effect) => Math.abs(effect) > 1e-12);
  expect(effects).toHaveLength(3);
  for (const effect of effects) expect(effect).toBeCloseTo(effects[0]!, 9);
});
