import fc from 'fast-check';
import {
  type Campaign,
  type Range,
  type Rate,
  type Stage,
  type StageName,
  stageOwners,
  type Volume,
} from '../../../src/roi/index.ts';

const stageNames = Object.keys(stageOwners) as StageName[];

/** Money and counts in hundredths, rates in millionths: as small as anybody means. */
const amount = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((hundredths) => hundredths / 100);
const millionths = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((each) => each / 1e6);
const share = millionths(0, 1);

/** Shares that sum to 1, over one to `longest` months. */
export const distribution = (longest = 6): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: longest }).map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Drops what is undefined, as a caller who leaves a field out. */
const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const rangeOf = (number: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc.tuple(number, number, number).map((points) => {
    const [low, likely, high] = points.sort((a, b) => a - b) as [number, number, number];
    return { low, likely, high };
  });

const range = (max: number): fc.Arbitrary<Range> => fc.oneof(amount(max), rangeOf(amount(max)));

/** Numbers of people: sure, between two points, or counted once. */
const volume: fc.Arbitrary<Volume> = fc.oneof(
  { weight: 2, arbitrary: amount(1e7) },
  range(1e7),
  fc.integer({ min: 0, max: 1e6 }).map((people) => ({ counted: people })),
);

/** What media pays for one of the first stage: never nothing. */
const price = range(1e3).map(
  (each): Range =>
    typeof each === 'number'
      ? each + 0.01
      : { low: each.low + 0.01, likely: each.likely + 0.01, high: each.high + 0.01 },
);

const counts = fc
  .tuple(fc.integer({ min: 1, max: 1e6 }), share)
  .map(([of, hit]): Rate => ({ hits: Math.floor(of * hit), of }));

/** `customers` last, after any of the other stages in order. */
export const funnel = (rate: fc.Arbitrary<Rate> = fc.oneof(share, counts)): fc.Arbitrary<Stage[]> =>
  fc
    .tuple(
      fc.subarray(stageNames.slice(0, -1)),
      fc.array(fc.tuple(rate, fc.option(distribution())), { minLength: 8, maxLength: 8 }),
      fc.oneof({ weight: 3, arbitrary: volume.map((many) => ({ volume: many })) }, fc.record({ price })),
    )
    .map(([names, later, entry]) =>
      [...names, 'customers' as const].map((name, index): Stage => {
        const [rateHere, delay] = later[index]!;
        return { name, ...(index === 0 ? entry : { rate: rateHere }), ...(delay && { delay }) };
      }),
    );

/** Any campaign within the model, with customers in its funnel. */
export const arbitraryCampaign = (rate?: fc.Arbitrary<Rate>): fc.Arbitrary<Campaign> =>
  fc
    .record({
      costs: fc.record({
        media: range(1e6),
        production: optional(range(1e5)),
        agency: optional(range(1e5)),
        tools: optional(range(1e4)),
        sales: optional(range(1e6)),
        salesPerOpportunity: optional(range(1e4)),
      }),
      funnel: funnel(rate),
      value: fc.record({
        averageSale: range(1e5),
        grossMargin: fc.oneof(millionths(-0.5, 1), rangeOf(millionths(-0.5, 1))),
        ordersPerCustomer: optional(range(20)),
        churn: optional(fc.oneof(fc.constant(0), share, rangeOf(share))),
        horizon: optional(fc.oneof(fc.integer({ min: 0, max: 120 }), millionths(0, 60))),
        retentionSpend: optional(range(100)),
        baseline: optional(range(1e6)),
        targetProfit: optional(share),
      }),
      timing: optional(
        fc.record({
          months: fc.integer({ min: 1, max: 48 }),
          spend: optional(distribution(12)),
          costs: optional(
            fc
              .record({
                production: optional(distribution(12)),
                agency: optional(distribution(12)),
                tools: optional(distribution(60)),
                sales: optional(distribution(60)),
              })
              .map(given),
          ),
          collection: optional(distribution()),
          discountRate: optional(millionths(-0.9, 2)),
        }),
      ),
    })
    .map(({ costs, funnel: stages, value, timing }) => {
      const worked = stages.some(({ name }) => name === 'opportunities');
      return given({
        costs: given({ ...costs, salesPerOpportunity: worked ? costs.salesPerOpportunity : undefined }),
        funnel: stages,
        value: given(value),
        timing: timing && given(timing),
      }) as Campaign;
    });

/** Numbers that break arithmetic, or nearly. */
const wildNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    5e-324,
    1e-300,
    1e15,
    1e15 + 1,
    -1e15,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    0.1,
    3,
  ),
  fc.double(),
);

/** A campaign with a few of its numbers replaced by wild ones: some inside the model, most not. */
export const wildCampaign: fc.Arbitrary<Campaign> = fc
  .tuple(arbitraryCampaign(), fc.array(fc.tuple(fc.nat(), wildNumber), { maxLength: 3 }))
  .map(([sane, wild]) => {
    const numbers = placesOfNumbers(sane);
    const replaced = new Map(wild.map(([at, value]) => [numbers[at % numbers.length], value]));
    return withNumbers(sane, replaced) as Campaign;
  });

function placesOfNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesOfNumbers(inner, `${path}.${key}`));
}

function withNumbers(value: unknown, replaced: ReadonlyMap<string | undefined, number>, path = ''): unknown {
  if (typeof value === 'number') return replaced.get(path) ?? value;
  if (Array.isArray(value)) return value.map((inner, i) => withNumbers(inner, replaced, `${path}.${i}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withNumbers(inner, replaced, `${path}.${key}`)]),
  );
}
