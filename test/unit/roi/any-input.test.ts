import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as roi from '../../../src/roi/index.ts';
import { arbitraryCampaign } from './arbitrary-campaign.ts';
import { campaign } from './campaign-builder.ts';
import { unsoundNumber } from './unsound-number.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { InputError, checkCampaign, evaluateCampaign } = roi;

const timed = campaign({
  costs: { media: 1000, agency: { low: 1, likely: 2, high: 3 } },
  funnel: [
    { name: 'leads', volume: 100 },
    { name: 'opportunities', volume: 50, delay: [0.5, 0.5] },
    { name: 'customers', rate: { hits: 3, of: 30 } },
  ],
  timing: { months: 6, spend: [1, 1], collection: [0.5, 0.5], discountRate: 0.1 },
});

/** A list of the same length with nothing at its first place, as `[, 1]` is written. */
const holed = <T>(list: readonly T[]): T[] => {
  const copy = [...list];
  delete copy[0];
  return copy;
};
const funnelWith = (stage: object) => timed.funnel.map((each, i) => (i === 1 ? { ...each, ...stage } : each));

test.each<[string, unknown]>([
  ['timing.spend[0]', { ...timed, timing: { months: 6, spend: holed([1, 1]) } }],
  ['timing.collection[0]', { ...timed, timing: { months: 6, collection: holed([0, 1]) } }],
  ['funnel[1].delay[0]', { ...timed, funnel: funnelWith({ delay: holed([0, 1]) }) }],
  ['funnel[0]', { ...timed, funnel: holed(timed.funnel) }],
  ['funnel[0]', { ...timed, funnel: [null] }],
  ['costs', { ...timed, costs: null }],
  ['costs', null],
  ['costs', undefined],
  ['value', { ...timed, value: null }],
  ['timing', { ...timed, timing: null }],
  ['funnel', { ...timed, funnel: null }],
  ['funnel[1].volume', { ...timed, funnel: funnelWith({ volume: null }) }],
  ['costs.agency', { ...timed, costs: { media: 1, agency: null } }],
])('%s is missing, and named', (field, wrong) => {
  const given = wrong as roi.Campaign;
  expect(checkCampaign(given)[0]).toMatchObject({ field, code: 'required' });
  for (const ask of [
    () => evaluateCampaign(given),
    () => roi.evaluateMetrics(given, []),
    () => roi.planForGoal(given, { metric: 'profit', target: 1 }),
    () => roi.rankLevers(given, { metric: 'profit' }),
    () => roi.simulate(given, { draws: 1, seed: 1 }),
  ]) {
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(field);
  }
  expect(() => roi.explainVariance(given, timed)).toThrow(`plan.${field}`);
  expect(() => roi.explainVariance(timed, given)).toThrow(`actual.${field}`);
});

const dated = [
  { date: '2026-01-01', amount: -1 },
  { date: '2026-02-01', amount: 2 },
];

test.each<[string, () => unknown]>([
  ['goal', () => roi.planForGoal(timed, null as never)],
  ['goal.budgt', () => roi.planForGoal(timed, { metric: 'profit', target: 1, budgt: 5 } as never)],
  ['goal', () => roi.rankLevers(timed, { metric: 'profit', goal: null as never })],
  ['options', () => roi.rankLevers(timed, null as never)],
  ['options', () => roi.simulate(timed, null as never)],
  ['options', () => roi.explainVariance(timed, timed, null as never)],
  ['asOf', () => roi.explainVariance(timed, timed, { asOf: -1 })],
  // It goes through them month by month.
  ['asOf', () => roi.explainVariance(timed, timed, { asOf: 1e15 })],
  ['options', () => roi.checkCampaign(timed, null as never)],
  ['options', () => roi.npv(0.1, [1], null as never)],
  ['firstPeriod', () => roi.npv(0.1, [1], { firstPeriod: Number.NaN })],
  ['definitions', () => roi.evaluateMetrics(timed, null as never)],
  ['definitions[0]', () => roi.evaluateMetrics(timed, [null] as never)],
  ['input', () => roi.roas(null as never)],
  ['adSpend', () => roi.roas({ revenue: 1 } as never)],
  ['input', () => roi.lifetimeValue(null as never)],
  ['flows', () => roi.irr(null as never)],
  ['flows[0]', () => roi.irr(holed([-1, 2]))],
  ['flows[1]', () => roi.npv(0.1, [1, null] as never)],
  ['flows[1]', () => roi.paybackPeriod([-1, '5'] as never)],
  ['dated', () => roi.xirr(null as never)],
  ['dated[0]', () => roi.xnpv(0.1, holed(dated))],
  ['dated[0].date', () => roi.xirr([{ date: null, amount: 1 }] as never)],
  ['yearly', () => roi.monthlyRate(-2)],
  ['yearly', () => roi.monthlyRate(Number.NaN)],
  ['monthly', () => roi.yearlyRate(1e300)],
  ['monthly', () => roi.yearlyRate(-1)],
])('%s is refused by name', (field, ask) => {
  expect(ask).toThrow(InputError);
  expect(ask).toThrow(`${field}: expected`);
});

const rates = fc.double({ min: -0.99, max: 10, noNaN: true });
const amounts = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const flows = fc.array(amounts, { maxLength: 8 });
const record = (...names: string[]) => fc.record(Object.fromEntries(names.map((name) => [name, amounts])));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const datedFlows = fc.array(
  fc.record({ date: fc.constantFrom('2026-01-01', '2027-03-04'), amount: amounts }),
);
const goal = fc.record(
  {
    metric: fc.constantFrom('profit', 'customers', 'cac', 'ltvToCac', 'lifetimeValue'),
    target: amounts,
    vary: fc.constantFrom('volume', 'rate:customers', 'cost:media', 'value:averageSale'),
    deadline: fc.integer({ min: 1, max: 24 }),
    budget: fc.double({ min: 0, max: 1e6, noNaN: true }),
    salesCapacity: fc.double({ min: 0, max: 1e4, noNaN: true }),
  },
  { requiredKeys: ['metric', 'target'] },
);
const given = arbitraryCampaign();
const drawn = fc.record({ draws: fc.integer({ min: 1, max: 5 }), seed: amounts });

/** What every public function can be asked, sanely. */
const questions: Record<string, fc.Arbitrary<unknown[]>> = {
  breakEvenRoas: fc.tuple(amounts),
  breakEvenUnits: fc.tuple(record('fixedCost', 'price', 'variableCost')),
  cacPayback: fc.tuple(record('cac', 'revenuePerPeriod', 'margin')),
  cagr: fc.tuple(amounts, amounts, amounts),
  campaignOfResults: fc.tuple(
    fc.record({
      costs: fc.record({ media: fc.nat({ max: 1e6 }) }),
      revenue: fc.nat({ max: 1e6 }),
      orders: fc.integer({ min: 1, max: 99 }),
      customers: fc.integer({ min: 1, max: 99 }),
      grossMargin: share,
    }),
  ),
  checkCampaign: fc.tuple(given, fc.record({ actual: fc.boolean() })),
  createLikelihood: fc.tuple(given, goal, drawn),
  createSimulation: fc.tuple(given, drawn),
  customerLifetimeValue: fc.tuple(
    fc.record({
      margin: amounts,
      retentionSpend: amounts,
      retention: share,
      discount: rates,
      firstPaymentCertain: fc.boolean(),
    }),
  ),
  defaultOwner: fc.tuple(fc.constantFrom('leads', 'customers')),
  discountedPaybackPeriod: fc.tuple(rates, flows),
  evaluateCampaign: fc.tuple(given),
  evaluateMetrics: fc.tuple(given),
  explainVariance: fc
    .tuple(given, fc.record({ asOf: fc.double({ min: 0, max: 40, noNaN: true }) }), fc.nat({ max: 99 }))
    .map(([plan, options, volume]) => {
      const [first, ...rest] = plan.funnel;
      return [plan, { ...plan, funnel: [{ ...first!, volume }, ...rest] }, options];
    }),
  goalLikelihood: fc.tuple(given, goal, drawn),
  incrementalRoi: fc.tuple(record('revenue', 'baseline', 'margin', 'cost')),
  irr: fc.tuple(flows),
  lifetimeValue: fc.tuple(
    fc.record({ revenuePerPeriod: amounts, margin: amounts, churn: share, horizon: fc.nat({ max: 99 }) }),
  ),
  maximumCostPerLead: fc.tuple(
    fc.record({ lifetimeValue: amounts, salesCostPerCustomer: amounts, leadToCustomer: share }),
  ),
  mirr: fc.tuple(flows, rates, rates),
  monthlyRate: fc.tuple(rates),
  npv: fc.tuple(rates, flows, fc.record({ firstPeriod: fc.nat({ max: 3 }) })),
  paybackPeriod: fc.tuple(flows),
  planForGoal: fc.tuple(given, goal),
  rankLevers: fc.tuple(given, fc.record({ metric: fc.constantFrom('profit', 'npv'), goal })),
  roas: fc.tuple(record('revenue', 'adSpend')),
  roiOnMargin: fc.tuple(record('revenue', 'margin', 'cost')),
  roiOnRevenue: fc.tuple(record('revenue', 'cost')),
  roiOnTotalCost: fc.tuple(record('revenue', 'costOfGoods', 'cost')),
  simulate: fc.tuple(given, drawn),
  targetRoas: fc.tuple(amounts, amounts),
  xirr: fc.tuple(datedFlows),
  xnpv: fc.tuple(rates, datedFlows),
  yearlyRate: fc.tuple(rates),
};

/** Definitions of metrics are code, not input. */
const asks = {
  ...roi,
  evaluateMetrics: (asked: roi.Campaign) => roi.evaluateMetrics(asked, roi.everyMetric),
};

test('every public function is asked below', () => {
  const functions = Object.entries(roi).flatMap(([name, value]) =>
    typeof value === 'function' && name !== 'InputError' ? [name] : [],
  );
  expect(Object.keys(questions).sort()).toEqual(functions.sort());
});

const nothing = Symbol('nothing at this place');
const wild = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(-0, 0, 1, -1, 5e-324, 1e15, 1e300, Number.NaN, -2, 0.5) },
  fc.constantFrom<unknown>(null, undefined, 'x', '5', true, [], {}, [[]], [null], 10n, nothing),
);

/** Every place in a value, the value itself included. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

/** The value with something else at a place; a hole in a list, or a field less, for nothing. */
function withAt(value: unknown, [key, ...rest]: string[], other: unknown): unknown {
  if (key === undefined) return other === nothing ? undefined : other;
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (rest.length === 0 && other === nothing) delete copy[key];
  else copy[key] = withAt(copy[key], rest, other);
  return copy;
}

/** `ROI_INPUTS=100000` asks each so often; the suite asks enough to notice a mistake. */
const inputs = Number(process.env.ROI_INPUTS ?? 300);

test.each(Object.entries(questions))(
  '%s answers soundly or refuses by name, whatever it is given',
  (name, asked) => {
    const ask = (asks as unknown as Record<string, (...input: unknown[]) => unknown>)[name]!;
    const changes = fc.array(fc.tuple(fc.nat(), wild), { maxLength: 2 });
    let answered = 0;
    fc.assert(
      fc.property(asked, changes, (sane, changed) => {
        const input = changed.reduce<unknown>((so, [at, other]) => {
          const places = placesOf(so);
          return withAt(so, places[at % places.length]!, other);
        }, sane);
        fc.pre(Array.isArray(input) && input !== sane.at(-1));
        try {
          const answer = ask(...(input as unknown[]));
          if (name === 'createSimulation') {
            const simulation = answer as roi.Simulation;
            expect(unsoundNumber([simulation.run(2), simulation.result()])).toBeNull();
          }
          if (name === 'createLikelihood') {
            const task = answer as roi.LikelihoodTask;
            while (task.run(50));
            expect(unsoundNumber(task.result())).toBeNull();
          }
          expect(unsoundNumber(answer)).toBeNull();
          answered++;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.field).not.toBe('');
        }
      }),
      { numRuns: inputs },
    );
    expect(answered).toBeGreaterThan(30);
  },
);

test('a simulation, and a goal’s plan, are of the campaign as it was given, whatever becomes of it', () => {
  const asked = structuredClone(timed) as { -readonly [Field in keyof roi.Campaign]: roi.Campaign[Field] };
  const options = { draws: 200, seed: 1 };
  const expected = roi.simulate(timed, options);
  const simulation = roi.createSimulation(asked, options);
  const plan = roi.planForGoal(asked, { metric: 'customers', target: 50, budget: 100 });
  simulation.run(100);
  (asked.costs as { agency: { likely: number } }).agency.likely = 3;
  (asked.funnel as unknown as { rate: unknown; name: string }[])[2]!.rate = { hits: 30, of: 30 };
  (asked.funnel as unknown as { name: string }[])[2]!.name = 'sql';
  asked.value = { averageSale: 1, grossMargin: 0 };
  simulation.run(100);
  expect(simulation.result()).toEqual(expected);
  expect(plan).toEqual(roi.planForGoal(timed, { metric: 'customers', target: 50, budget: 100 }));
});

test('a stage of minus no one has a rate of zero, not of minus zero', () => {
  const none = {
    ...timed,
    funnel: [
      { name: 'leads', volume: 5 },
      { name: 'customers', volume: -0 },
    ] as const,
  };
  expect(Object.is(evaluateCampaign(none).stages[1]!.rate, 0)).toBe(true);
  const { campaign: moved } = roi.planForGoal(
    { ...none, costs: { media: -0 } },
    { metric: 'leads', target: 5 },
  );
  expect(unsoundNumber(moved)).toBeNull();
});
