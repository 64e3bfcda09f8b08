import { expect, test } from 'vitest';
import { type Campaign, explainVariance, type LeverId } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const partOf = (plan: Campaign, actual: Campaign, input: LeverId, asOf?: number) =>
  explainVariance(plan, actual, asOf === undefined ? {} : { asOf }).parts.find(
    (part) => part.input === input,
  )!;

const counting = (plan: Campaign, counts: readonly number[], about: Partial<Campaign> = {}): Campaign => {
  const { timing: _, ...rest } = plan;
  const funnel = plan.funnel.slice(0, counts.length).map(({ name }, at) => ({ name, volume: counts[at]! }));
  return { ...rest, funnel, ...about };
};

/** Which of some counts of customers may be chance, the others counted as given. */
const mayBeChance = (
  plan: Campaign,
  counts: readonly number[],
  customers: readonly number[],
  asOf?: number,
) =>
  customers.map(
    (many) => partOf(plan, counting(plan, [...counts, many]), 'rate:customers', asOf).mayBeChance,
  );

/** Half of them, as far as four can tell: Beta(2 1/3, 2 1/3). */
const twoOfFour = { hits: 2, of: 4 };

test('of ten at a sure half, three to seven may be chance', () => {
  const plan = campaign({
    funnel: [
      { name: 'leads', volume: 10 },
      { name: 'customers', rate: 0.5 },
    ],
  });
  // Of 1,024 equally likely cases, 56 have at most two, 176 at most three, 848 at most six, 968 at most seven.
  expect(mayBeChance(plan, [10], [2, 3, 7, 8])).toEqual([false, true, true, false]);
});

test('what is not known of a rate makes more of a difference chance, and rates of other steps do not', () => {
  const plan = campaign({
    funnel: [
      { name: 'visits', volume: 80 },
      { name: 'leads', rate: twoOfFour },
      { name: 'customers', rate: twoOfFour },
    ],
  });
  // The 10th and the 90th percentile of the beta-binomial distribution of 40.
  expect(mayBeChance(plan, [80, 40], [7, 8, 32, 33])).toEqual([false, true, true, false]);
});

test('over a stage that nobody was counted at, what is not known of both rates counts', () => {
  const plan = campaign({
    funnel: [
      { name: 'leads', volume: 40 },
      { name: 'opportunities', rate: twoOfFour },
      { name: 'customers', rate: twoOfFour },
    ],
  });
  // Beta-binomial of 40 with a mean of 1/4, its variance relative to the mean twice that of one rate.
  expect(mayBeChance(plan, [40, 0], [1, 2, 19, 20])).toEqual([false, true, true, false]);
});

test('half of a rate that comes through by the date has half of its spread', () => {
  const plan = campaign({
    funnel: [
      { name: 'leads', volume: 40 },
      { name: 'customers', rate: twoOfFour, delay: [0.5, 0.5] },
    ],
    timing: { months: 2 },
  });
  expect(mayBeChance(plan, [40], [3, 4, 17, 18], 1)).toEqual([false, true, true, false]);
});

test('a step to a stage that nobody counted is not called chance, since nobody knows how it went', () => {
  const plan = campaign();
  const step = partOf(plan, counting(plan, [80]), 'rate:customers');
  expect(step).toMatchObject({ isUnmeasured: true, mayBeChance: false, planned: 0.1 });
});

/** Its 10th percentile is 0.5 + sqrt(0.1 * 0.5), which is 0.7236, its 90th 1.2764. */
const about = (likely: number) => ({ low: likely / 2, likely, high: likely * 1.5 });

test('a volume may be chance between the ends of its own middle 80 %, as much of it as is due by the date', () => {
  const plan = campaign({
    funnel: [
      { name: 'leads', volume: about(100) },
      { name: 'customers', rate: 0.1 },
    ],
    timing: { months: 2, spend: [1, 1] },
  });
  const isChance = (leads: number, asOf: number) =>
    partOf(plan, counting(plan, [leads, 4]), 'volume', asOf).mayBeChance;
  expect([72, 73, 127, 128].map((leads) => isChance(leads, 2))).toEqual([false, true, true, false]);
  expect([36, 37, 63, 64].map((leads) => isChance(leads, 1))).toEqual([false, true, true, false]);
});

test('a cost may be chance by the part of it that falls within the months looked at', () => {
  const plan = campaign({ costs: { media: about(1000) }, timing: { months: 1, spend: [1, 1] } });
  const isChance = (media: number) =>
    partOf(plan, counting(plan, [50, 5], { costs: { media } }), 'cost:media').mayBeChance;
  expect([361, 362, 638, 639].map(isChance)).toEqual([false, true, true, false]);
});

test('what was spent before any of it was planned is measured by the whole', () => {
  const plan = campaign({
    costs: { media: 1000, production: about(1000) },
    timing: { months: 1, costs: { production: [0, 1] } },
  });
  const part = (production: number) =>
    partOf(plan, counting(plan, [100, 10], { costs: { media: 1000, production } }), 'cost:production');
  expect(part(900)).toMatchObject({ planned: 0, actual: 900, mayBeChance: true, effect: -900 });
  expect(part(400).mayBeChance).toBe(false);
});

test('what customers pay may be chance within its range, its ends included, and a sure price never', () => {
  const isChance = (averageSale: Campaign['value']['averageSale'], seen: number) => {
    const plan = campaign({ value: { averageSale, grossMargin: 0.6 } });
    const actual = counting(plan, [100, 10], { value: { averageSale: seen, grossMargin: 0.6 } });
    return partOf(plan, actual, 'value:averageSale').mayBeChance;
  };
  expect([361, 362, 638, 639].map((seen) => isChance(about(500), seen))).toEqual([false, true, true, false]);
  expect(isChance({ low: 500, likely: 500, high: 500 }, 500)).toBe(true);
  expect(isChance(500, 500)).toBe(false);
});
