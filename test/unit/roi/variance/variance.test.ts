import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  defaultOwner,
  explainVariance,
  type StageName,
  type VariancePart,
} from '../../../../src/roi/index.ts';
import { arbitraryCampaign } from '../arbitrary-campaign.ts';
import { campaign } from '../campaign-builder.ts';
import { flowOf } from '../oracle/expected.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const plan = campaign({
  costs: { media: 1000, sales: 200 },
  funnel: [
    { name: 'leads', volume: 100 },
    { name: 'opportunities', rate: 0.5, delay: [0, 1] },
    { name: 'customers', rate: 0.4, delay: [0, 1] },
  ],
  timing: { months: 6, spend: [1, 1] },
});

const observed = (counts: Partial<Record<StageName, number>>, about: Partial<Campaign> = {}): Campaign => ({
  ...plan,
  funnel: plan.funnel.map(({ name }) => ({ name, volume: counts[name]! })),
  ...about,
});

const effectOf = (parts: VariancePart[], input: string) => parts.find((part) => part.input === input)!.effect;

test('actuals are compared with what the plan expected by then: deals not yet due are nobody’s fault', () => {
  const asPlanned = observed(
    { leads: 100, opportunities: 25, customers: 0 },
    // The sales team costs the same every month of the six.
    { costs: { media: 1000, sales: (200 * 2) / 6 } },
  );
  const variance = explainVariance(plan, asPlanned, { asOf: 2 });
  expect(variance.gap).toBeCloseTo(0, 9);
  for (const effect of Object.values(variance.byOwner)) expect(effect).toBeCloseTo(0, 9);
  const impatient = explainVariance(plan, asPlanned);
  expect(impatient.byOwner.sales).toBeLessThan(0);
});

test('half a month counts half', () => {
  const half = observed(
    { leads: 25, opportunities: 0, customers: 0 },
    { costs: { media: 250, sales: (200 * 0.5) / 6 } },
  );
  expect(explainVariance(plan, half, { asOf: 0.5 }).gap).toBeCloseTo(0, 9);
});

test('a customer who pays two months after the win is nobody’s fault', () => {
  const late = campaign({
    value: { averageSale: 500, grossMargin: 0.5 },
    timing: { months: 12, collection: [0, 0, 1] },
  });
  const asPlanned = campaign({
    value: late.value,
    funnel: [
      { name: 'leads', volume: 100 },
      { name: 'customers', volume: 10 },
    ],
  });
  const { gap, parts, plannedProfit } = explainVariance(late, asPlanned, { asOf: 1 });
  expect([plannedProfit, gap]).toEqual([1500, 0]);
  expect(parts.filter(({ effect }) => effect !== 0)).toEqual([]);
});

test('the gap is split under each owner', () => {
  const actual = observed(
    { leads: 80, opportunities: 40, customers: 20 },
    { costs: { media: 1100, sales: 200 } },
  );
  const { gap, byOwner, parts, plannedProfit, actualProfit } = explainVariance(plan, actual);
  expect([plannedProfit, actualProfit, gap]).toEqual([4800, 4700, -100]);
  // A fifth fewer leads at a mean win rate of 45 %: 20 * 0.5 * 0.45 * 300. A tenth more won of a mean 90 leads.
  expect(effectOf(parts, 'rate:opportunities')).toBe(0);
  expect(effectOf(parts, 'cost:media')).toBe(-100);
  expect(byOwner.marketing).toBeCloseTo(-1450, 9);
  expect(byOwner.sales).toBeCloseTo(1350, 9);
});

test('a later stage larger than an earlier one is flagged, not refused', () => {
  const { flags, gap, parts } = explainVariance(
    plan,
    observed({ leads: 100, opportunities: 10, customers: 15 }),
  );
  expect(flags).toEqual([{ stage: 'customers', exceeds: 'opportunities' }]);
  expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(gap, 6);
});

test('as many customers as opportunities are nothing to look into', () => {
  expect(explainVariance(plan, observed({ leads: 10, opportunities: 10, customers: 10 })).flags).toEqual([]);
});

test('customers out of no opportunities (periods overlap) are explained by the rate that spans both', () => {
  const { gap, parts, flags } = explainVariance(
    plan,
    observed({ leads: 100, opportunities: 0, customers: 10 }),
  );
  expect(flags).toHaveLength(1);
  expect(parts.find(({ input }) => input === 'rate:customers')).toMatchObject({ planned: 0.2, actual: 0.1 });
  expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(gap, 6);
});

const clicked = campaign({
  funnel: [
    { name: 'clicks', volume: 5000 },
    { name: 'leads', rate: 0.05 },
    { name: 'customers', rate: 0.1 },
  ],
});

test('a step over a stage that was observed empty says what it spans, and is nobody’s alone', () => {
  const actual: Campaign = {
    ...clicked,
    funnel: [
      { name: 'clicks', volume: 5000 },
      { name: 'leads', volume: 0 },
      { name: 'customers', volume: 5 },
    ],
  };
  const { byOwner, gap, parts } = explainVariance(clicked, actual);
  expect(gap).toBeCloseTo(-20 * 500 * 0.6, 9);
  expect(byOwner).toEqual({ marketing: 0, sales: 0, shared: expect.closeTo(gap, 9) });
  expect(parts.filter(({ effect }) => effect !== 0)).toEqual([
    {
      input: 'rate:customers',
      from: 'clicks',
      to: 'customers',
      owner: 'shared',
      planned: expect.closeTo(0.005, 12),
      actual: 0.001,
      mayBeChance: false,
      effect: expect.closeTo(gap, 9),
    },
  ]);
});

test('a step within one team stays that team’s, and a step that spans nothing says nothing of it', () => {
  const { parts } = explainVariance(plan, observed({ leads: 100, opportunities: 0, customers: 10 }));
  expect(parts.find(({ input }) => input === 'rate:customers')).toMatchObject({
    owner: 'sales',
    from: 'leads',
    to: 'customers',
  });
  for (const part of explainVariance(plan, observed({ leads: 80, opportunities: 30, customers: 10 })).parts) {
    expect(part).not.toHaveProperty('from');
    expect(part).not.toHaveProperty('to');
  }
});

test('where the first stages were not counted, what entered is counted at the first that was', () => {
  const actual: Campaign = {
    ...clicked,
    funnel: [
      { name: 'clicks', volume: 0 },
      { name: 'leads', volume: 200 },
      { name: 'customers', volume: 25 },
    ],
  };
  const { gap, parts } = explainVariance(clicked, actual);
  expect(parts[0]).toMatchObject({
    input: 'volume',
    to: 'leads',
    owner: 'marketing',
    planned: 250,
    actual: 200,
  });
  expect(parts[0]).not.toHaveProperty('from');
  expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(gap, 6);
});

test('what opportunities cost is not put down to a stage that nobody counted', () => {
  const worked: Campaign = {
    ...clicked,
    costs: { media: 1000, salesPerOpportunity: 50 },
    funnel: [
      { name: 'clicks', volume: 5000 },
      { name: 'leads', rate: 0.05 },
      { name: 'opportunities', rate: 0.5 },
      { name: 'customers', rate: 0.2 },
    ],
  };
  const counted = [5000, 0, 0, 5];
  const actual = {
    ...worked,
    funnel: worked.funnel.map(({ name }, index) => ({ name, volume: counted[index]! })),
  };
  const { byOwner, gap, parts } = explainVariance(worked, actual);
  expect(parts.find(({ input }) => input === 'rate:leads')).toBeUndefined();
  expect(effectOf(parts, 'rate:opportunities')).toBeCloseTo(125 * 50, 9);
  expect(byOwner).toEqual({ marketing: 0, sales: 0, shared: expect.closeTo(gap, 9) });
});

/** Any plan whose customers do not stay for ever, which has no profit to compare without months to look at. */
const anyPlanned = arbitraryCampaign().filter(
  ({ timing, value }) => timing !== undefined || value.horizon !== undefined || value.churn !== 0,
);

test('with any stages observed empty, parts still sum to the gap and name whose they are', () => {
  fc.assert(
    fc.property(
      anyPlanned,
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })), { minLength: 8, maxLength: 8 }),
      (anyPlan, counts) => {
        const actual = {
          ...anyPlan,
          funnel: anyPlan.funnel.map(({ name }, index) => ({ name, volume: counts[index]! })),
        };
        const { gap, parts, plannedProfit, actualProfit } = explainVariance(anyPlan, actual);
        const sum = parts.reduce((total, { effect }) => total + effect, 0);
        const size = parts.reduce((total, { effect }) => total + Math.abs(effect), 0);
        const scale = Math.max(size, Math.abs(plannedProfit), Math.abs(actualProfit));
        expect(Math.abs(sum - gap)).toBeLessThanOrEqual(1e-9 * scale);
        const at = (stage: StageName) => anyPlan.funnel.findIndex(({ name }) => name === stage);
        for (const { from, to, owner, planned, actual: real, effect } of parts) {
          if (planned === real) expect(effect).toBe(0);
          if (!to) continue;
          const spanned = anyPlan.funnel.slice(from ? at(from) + 1 : 0, at(to) + 1);
          expect(spanned.length).toBeGreaterThan(1);
          const owners = new Set(spanned.map(({ name }) => defaultOwner(name)));
          expect(owner).toBe(owners.size > 1 ? 'shared' : [...owners][0]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the actuals have no stage that the plan has not got', () => {
  const other = { ...plan, funnel: [{ name: 'clicks' as const, volume: 1 }] };
  expect(() => explainVariance(plan, other)).toThrow('actual.funnel[0].name');
  expect(() => explainVariance(campaign({ funnel: [{ name: 'leads', volume: 1 }] }), plan)).toThrow(
    'plan.funnel',
  );
});

test('parts sum to the gap within 1e-9 of what moved, and what did not change gets exactly zero', () => {
  fc.assert(
    fc.property(
      anyPlanned,
      arbitraryCampaign(),
      fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
      (one, other, asOf) => {
        const actual = {
          ...other,
          funnel: one.funnel.map((stage, i) =>
            i === 0
              ? { name: stage.name, volume: flowOf(other).volume }
              : { ...stage, rate: other.funnel.at(-i)?.rate ?? stage.rate! },
          ),
          costs: {
            ...other.costs,
            ...(one.costs.salesPerOpportunity === undefined && { salesPerOpportunity: 0 }),
          },
        };
        const variance = explainVariance(one, actual, asOf === null ? {} : { asOf });
        const size = variance.parts.reduce((sum, { effect }) => sum + Math.abs(effect), 0);
        const sum = variance.parts.reduce((total, { effect }) => total + effect, 0);
        const scale = Math.max(size, Math.abs(variance.plannedProfit), Math.abs(variance.actualProfit));
        expect(Math.abs(sum - variance.gap)).toBeLessThanOrEqual(1e-9 * scale);
        for (const { planned, actual: real, effect } of variance.parts) {
          if (planned === real) expect(effect).toBe(0);
        }
        const { marketing, sales, shared } = variance.byOwner;
        expect(Math.abs(marketing + sales + shared - variance.gap)).toBeLessThanOrEqual(1e-9 * scale);
      },
    ),
    { numRuns: 500 },
  );
});

test('a stage at its planned rate gets exactly zero, whatever the others did', () => {
  fc.assert(
    fc.property(
      arbitraryCampaign(),
      fc.integer({ min: 0, max: 1e6 }),
      ({ timing: _, ...anyPlan }, volume) => {
        fc.pre(anyPlan.value.horizon !== undefined || anyPlan.value.churn !== 0);
        const actual = {
          ...anyPlan,
          funnel: anyPlan.funnel.map((stage, i) => (i === 0 ? { name: stage.name, volume } : stage)),
        };
        for (const { input, effect } of explainVariance(anyPlan, actual).parts)
          if (input !== 'volume') expect(effect).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test.each<[string, Partial<Campaign['funnel'][number]>, number, boolean]>([
  ['250 of 4,000 at 5 % are more than luck', { volume: 4000 }, 250, false],
  ['215 are not', { volume: 4000 }, 215, true],
  [
    'where the volume is not sure, 250 are not either',
    { volume: { low: 2000, likely: 4000, high: 6000 } },
    250,
    true,
  ],
])(
  'what is first counted after stages that nobody measured has the luck of all before it: %s',
  (_, first, count, isChance) => {
    const clicked = campaign({
      funnel: [
        { name: 'clicks', ...first },
        { name: 'leads', rate: 0.05 },
        { name: 'customers', rate: 0.1 },
      ],
    });
    const { parts } = explainVariance(clicked, { ...clicked, funnel: [{ name: 'leads', volume: count }] });
    expect(parts.find(({ input }) => input === 'volume')).toMatchObject({
      to: 'leads',
      mayBeChance: isChance,
    });
  },
);
