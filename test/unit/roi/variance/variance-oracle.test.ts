import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Campaign,
  evaluateCampaign,
  explainVariance,
  type FixedCost,
} from '../../../../src/roi/index.ts';
import { comparing } from '../arbitrary-actual.ts';
import { checkAgainst } from '../oracle/agree.ts';
import { point } from '../oracle/expected.ts';
import { happenedBy } from '../oracle/happened.ts';
import { shapley, varianceOf } from '../oracle/variance.ts';

vi.setConfig({ testTimeout: 120_000 });

const runs = Math.ceil(Number(process.env.ROI_CAMPAIGNS ?? 2000) / 5);

const explain = (plan: Campaign, actual: Campaign, asOf: number | undefined) =>
  explainVariance(plan, actual, asOf === undefined ? {} : { asOf });

test('every stage, part and sum is what all subsets of inputs come to', () => {
  const met = { unmeasured: 0, fractional: 0, beyond: 0, empty: 0 };
  fc.assert(
    fc.property(comparing, ({ plan, actual, asOf }) => {
      const got = explain(plan, actual, asOf);
      const expected = varianceOf(plan, actual, asOf ?? null);
      const { size } = expected;
      for (const [at, stage] of expected.stages.entries()) {
        const { name, isMeasured, due, actual: came, planned, forecast } = got.stages[at]!;
        expect({ name, isMeasured }).toEqual({ name: stage.name, isMeasured: stage.isMeasured });
        const many = stage.planned + stage.actual;
        checkAgainst(`${name}, due`, due, stage.due, many);
        checkAgainst(`${name}, come`, came, stage.actual, many);
        checkAgainst(`${name}, planned`, planned, stage.planned, many);
        checkAgainst(`${name}, forecast`, forecast, stage.forecast, many);
        if (!isMeasured) met.unmeasured++;
        if (stage.actual === 0) met.empty++;
      }
      checkAgainst('planned', got.plannedProfit, expected.plannedProfit, size);
      checkAgainst('actual', got.actualProfit, expected.actualProfit, size);
      checkAgainst('planned to date', got.toDate.planned, expected.toDate.planned, size);
      checkAgainst('actual to date', got.toDate.actual, expected.toDate.actual, size);
      checkAgainst('gap to date', got.toDate.gap, got.toDate.actual - got.toDate.planned, size);
      const effects = new Map<string, number>();
      for (const { input, effect } of got.parts) effects.set(input, (effects.get(input) ?? 0) + effect);
      for (const id of new Set([...effects.keys(), ...expected.parts.keys()]))
        checkAgainst(id, effects.get(id) ?? 0, expected.parts.get(id) ?? 0, size);
      const sum = got.parts.reduce((all, { effect }) => all + effect, 0);
      checkAgainst('the sum', sum, got.gap, size);
      checkAgainst('the gap', got.gap, expected.actualProfit - expected.plannedProfit, size);
      const { marketing, sales, shared } = got.byOwner;
      checkAgainst('by owner', marketing + sales + shared, got.gap, size);
      if (asOf !== undefined && asOf % 1 !== 0) met.fractional++;
      if (asOf !== undefined && asOf > plan.timing!.months) met.beyond++;
    }),
    { numRuns: runs },
  );
  for (const times of Object.values(met)) expect(times).toBeGreaterThan(0);
});

test('what is planned is the profit that the plan itself reports', () => {
  fc.assert(
    fc.property(comparing, ({ plan, actual, asOf }) => {
      if (asOf !== undefined && asOf > plan.timing!.months) return;
      const { plannedProfit } = explain(plan, actual, asOf);
      const { profit, revenue } = evaluateCampaign(plan).metrics;
      const size = 2 * Math.abs(revenue.value!) + Math.abs(profit.value!);
      checkAgainst('planned', plannedProfit, profit.value, size);
    }),
    { numRuns: runs },
  );
});

/** A plan that goes exactly as planned, as far as it has gone. */
function asPlanned(plan: Campaign, asOf: number | null): Campaign {
  const { counts, costs } = happenedBy(plan, asOf);
  const fixed = ['media', 'production', 'agency', 'tools', 'sales'] as const satisfies FixedCost[];
  const { averageSale, grossMargin, ordersPerCustomer = 1, churn } = plan.value;
  return {
    costs: {
      ...(Object.fromEntries(fixed.map((kind) => [kind, costs[kind]])) as Record<FixedCost, number>),
      ...(plan.costs.salesPerOpportunity !== undefined && {
        salesPerOpportunity: point(plan.costs.salesPerOpportunity),
      }),
    },
    funnel: plan.funnel.map(({ name }) => ({ name, volume: counts[name]! })),
    value: {
      averageSale: point(averageSale),
      grossMargin: point(grossMargin),
      ordersPerCustomer: point(ordersPerCustomer),
      ...(churn !== undefined && { churn: point(churn) }),
    },
  };
}

test('where everything went as planned nothing is anybody’s, at any date and on any terms', () => {
  fc.assert(
    fc.property(comparing, ({ plan, asOf }) => {
      const got = explain(plan, asPlanned(plan, asOf ?? plan.timing?.months ?? null), asOf);
      const { revenue, profit } = evaluateCampaign(plan).metrics;
      const size =
        Math.abs(revenue.value!) +
        Math.abs(profit.value!) +
        Math.abs(got.plannedProfit) +
        point(plan.costs.media);
      for (const { input, effect } of got.parts) checkAgainst(input, effect, 0, size);
      checkAgainst('the gap', got.gap, 0, size);
      for (const { name, planned, forecast } of got.stages) checkAgainst(name, forecast, planned);
    }),
    { numRuns: runs },
  );
});

test('one more at any measured stage is never one less at a later one', () => {
  fc.assert(
    fc.property(comparing, fc.nat(), ({ plan, actual, asOf }, which) => {
      const counted = explain(plan, actual, asOf).stages.filter(({ isMeasured }) => isMeasured);
      const funnel = counted.map(({ name, actual: volume }) => ({ name, volume }));
      const more = funnel.map((stage, at) =>
        at === which % funnel.length ? { ...stage, volume: stage.volume + 1 } : stage,
      );
      const before = explain(plan, { ...actual, funnel }, asOf);
      const after = explain(plan, { ...actual, funnel: more }, asOf);
      const most = Math.max(...after.stages.map(({ actual: came, planned }) => came + planned));
      for (const [at, { forecast }] of after.stages.entries())
        expect(forecast).toBeGreaterThanOrEqual(before.stages[at]!.forecast - 1e-12 * most);
    }),
    { numRuns: runs },
  );
});

/** The oracle's own oracle: the mean over every order in which the inputs may be looked at. */
test('the parts of a product are the mean over all orders of what each adds', () => {
  const from: Record<string, number> = { a: 2, b: 3, c: 5, d: 7 };
  const to: Record<string, number> = { a: 3, b: 1, c: 11, d: 0.5 };
  const worth = (set: ReadonlySet<string>) =>
    Object.keys(from).reduce((product, id) => product * (set.has(id) ? to[id]! : from[id]!), 1);
  const orders = (ids: readonly string[]): string[][] =>
    ids.length === 0
      ? [[]]
      : ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
  const all = orders(Object.keys(from));
  const parts = shapley(Object.keys(from), worth);
  for (const id of Object.keys(from)) {
    let added = 0;
    for (const order of all) {
      const before = order.slice(0, order.indexOf(id));
      added += worth(new Set([...before, id])) - worth(new Set(before));
    }
    checkAgainst(id, parts.get(id)!, added / all.length, 1);
  }
});
