import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../src/calculator/input.ts';
import { inputNames, inputs, ownerOf } from '../../../src/calculator/inputs.ts';
import {
  askedInputs,
  campaignOf,
  type Mode,
  type Start,
  stageBefore,
  type Values,
} from '../../../src/calculator/scenario.ts';
import type { InputName } from '../../../src/i18n/calculator-messages.ts';

/** What counts of a plan on arrival. */
const arrivals = Object.fromEntries(
  Object.entries(inputs).map(([name, { arrival, isResult }]) => [name, isResult ? null : arrival]),
) as Record<InputName, Quantity | null>;

describe('what is asked', () => {
  const asked = (mode: Mode, start: Start, own: InputName[] = [], values: Values = {}) =>
    askedInputs({ mode, start, values: { ...arrivals, ...values } }, (name) => own.includes(name));

  test.each<[Start, string[]]>([
    ['leads', ['media', 'leads', 'customerRate', 'averageSale', 'grossMargin']],
    ['clicks', ['media', 'clicks', 'leadRate', 'customerRate', 'averageSale', 'grossMargin']],
  ])('quickly from %s: six inputs at most', (start, names) => {
    expect(asked('quick', start)).toEqual(names);
  });

  test('in full: every cost, the funnel from its start on, what a customer is worth, and when', () => {
    expect(asked('full', 'leads')).toEqual([
      ...['media', 'production', 'agency', 'tools', 'sales'],
      ...['leads', 'mqlRate', 'sqlRate', 'opportunityRate', 'customerRate'],
      ...['averageSale', 'grossMargin', 'ordersPerCustomer', 'churn'],
      ...['spendMonths', 'delay', 'months'],
    ]);
    expect(asked('full', 'impressions').slice(5, 10)).toEqual([
      'impressions',
      'clickRate',
      'visitRate',
      'leadRate',
      'mqlRate',
    ]);
  });

  test('of a campaign that has run: what it cost, what came of it, and no rates', () => {
    expect(asked('evaluate', 'leads')).toEqual([
      ...['media', 'production', 'agency', 'tools', 'sales'],
      ...['leads', 'customers', 'revenue', 'grossMargin'],
    ]);
    expect(asked('evaluate', 'customers', ['leads', 'customerRate'])).toEqual([
      ...['media', 'production', 'agency', 'tools', 'sales'],
      ...['customers', 'revenue', 'grossMargin'],
    ]);
  });

  test('the cost of an opportunity only where there are opportunities', () => {
    expect(asked('full', 'leads', ['salesPerOpportunity'])).not.toContain('salesPerOpportunity');
    expect(asked('full', 'leads', [], { opportunityRate: 0.5 })).toContain('salesPerOpportunity');
  });

  test('quickly, too, what somebody has entered themselves, but no other volume, no time and nothing before the start', () => {
    const own: InputName[] = ['agency', 'clicks', 'clickRate', 'months', 'churn'];
    expect(asked('quick', 'leads', own)).toEqual([
      'media',
      'agency',
      'leads',
      'customerRate',
      'averageSale',
      'grossMargin',
      'churn',
    ]);
  });
});

test.each<[InputName, Start, Values, string]>([
  ['leadRate', 'clicks', {}, 'clicks'],
  ['leadRate', 'clicks', { visitRate: 0.9 }, 'visits'],
  ['customerRate', 'leads', {}, 'leads'],
  ['customerRate', 'leads', { mqlRate: 0.5, sqlRate: null }, 'mql'],
  ['customerRate', 'leads', { mqlRate: 0.5, opportunityRate: 0 }, 'opportunities'],
  ['customerRate', 'clicks', { leadRate: 0.1 }, 'leads'],
  ['leadRate', 'impressions', { clickRate: 0.02 }, 'clicks'],
])('%s from %s with %j starts at %s', (name, start, values, stage) => {
  expect(stageBefore(name, start, values)).toBe(stage);
});

describe('the campaign', () => {
  test('of our example from leads', () => {
    expect(campaignOf('leads', arrivals)).toEqual({
      costs: { media: 5000, production: 0, agency: 0, tools: 0, sales: 0 },
      funnel: [
        { name: 'leads', volume: 200 },
        { name: 'customers', rate: 0.1, delay: [0, 0, 1] },
      ],
      value: { averageSale: 1200, grossMargin: 0.6, ordersPerCustomer: 1 },
      timing: { months: 12, spend: [1] },
    });
  });

  test('has a stage for each rate from its start on, and the cost of an opportunity with its stage', () => {
    const { funnel, costs } = campaignOf('impressions', {
      ...arrivals,
      visitRate: 0.9,
      opportunityRate: { hits: 1, of: 4 },
      salesPerOpportunity: 30,
    });
    expect(funnel.map(({ name }) => name)).toEqual([
      ...['impressions', 'clicks', 'visits', 'leads', 'opportunities', 'customers'],
    ]);
    expect(funnel[4]).toEqual({ name: 'opportunities', rate: { hits: 1, of: 4 } });
    expect(costs.salesPerOpportunity).toBe(30);
    expect(campaignOf('leads', { ...arrivals, salesPerOpportunity: 30 }).costs).not.toHaveProperty(
      'salesPerOpportunity',
    );
  });

  test.each([
    [0, [1]],
    [1, [0, 1]],
    [2.5, [0, 0, 0.5, 0.5]],
    [0.25, [0.75, 0.25]],
  ])('a delay of %d months is %j', (months, delay) => {
    expect(campaignOf('leads', { ...arrivals, delay: months }).funnel.at(-1)!.delay).toEqual(delay);
  });

  test.each([
    [3, 24, [1, 1, 1], 24],
    [0, 0, [1], 1],
    [1.6, 11.5, [1, 1], 12],
  ])('spent over %d months and looked at for %d', (spendMonths, months, spend, horizon) => {
    expect(campaignOf('leads', { ...arrivals, spendMonths, months }).timing).toEqual({
      spend,
      months: horizon,
    });
  });

  test('keeps ranges, and what may be empty stays out', () => {
    const media = { low: 1, likely: 2, high: 3 };
    const { costs, value } = campaignOf('leads', { ...arrivals, media, churn: 0.05 });
    expect(costs.media).toEqual(media);
    expect(value).toHaveProperty('churn', 0.05);
  });
});

test('an input is owned as its cost or its stage is; what a customer is worth, and when, is shared', () => {
  const owned = (owner: string) => inputNames.filter((name) => ownerOf(name) === owner);
  expect(owned('sales')).toEqual([
    ...['sales', 'salesPerOpportunity', 'sqlRate', 'opportunityRate', 'customerRate', 'customers'],
  ]);
  expect(owned('shared')).toEqual([
    ...[
      'revenue',
      'averageSale',
      'grossMargin',
      'ordersPerCustomer',
      'churn',
      'spendMonths',
      'delay',
      'months',
    ],
  ]);
});
