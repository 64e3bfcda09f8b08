import { expect, test } from 'vitest';
import { type Campaign, campaignOfResults, checkCampaign, type Stage } from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

/** What is wrong, as a developer reads it. */
const told = (about: object, actual = false) =>
  checkCampaign(campaign(about as Partial<Campaign>), { actual }).map(
    ({ field, code, expected }) => `${field} ${code}: ${expected}`,
  );

const leads = { name: 'leads', volume: 100 };
const customers = { name: 'customers', rate: 0.1 };
const stages = 'impressions, clicks, visits, leads, mql, sql, opportunities, customers';

test.each<[about: object, expected: string]>([
  [{ costs: null }, 'costs required: an object with media'],
  [{ costs: [] }, 'costs required: an object with media'],
  [{ value: 7 }, 'value required: an object with averageSale and grossMargin'],
  [{ costs: { media: '5' } }, 'costs.media not-a-number: a number'],
  [{ costs: { media: null } }, 'costs.media required: a number'],
  [
    { costs: { media: 1, tool: 1 } },
    'costs.tool unknown-name: one of media, production, agency, tools, sales, salesPerOpportunity',
  ],
  [{ costs: { media: { low: 1, likely: 2 } } }, 'costs.media.high required: a number'],
  [{ costs: { media: { low: 2, likely: 1, high: 3 } } }, 'costs.media not-a-range: low <= likely <= high'],
  [
    { costs: { media: 1, salesPerOpportunity: { low: 1, likely: 1, high: 1 } } },
    'costs.salesPerOpportunity needs-opportunities: a funnel with opportunities',
  ],
  [{ funnel: {} }, 'funnel required: at least one stage'],
  [{ funnel: [{ ...leads, name: 'lead' }] }, `funnel[0].name unknown-name: one of ${stages}`],
  [
    { funnel: [{ ...leads, owner: 'boss' }] },
    'funnel[0].owner unknown-name: one of marketing, sales, shared',
  ],
  [{ funnel: [{ name: 'leads', volume: -1 }] }, 'funnel[0].volume negative: zero or more'],
  [
    { funnel: [{ name: 'leads', volume: { counted: -1 } }] },
    'funnel[0].volume.counted negative: zero or more',
  ],
  [
    { funnel: [{ name: 'leads', volume: { low: 1, likely: 2 } }] },
    'funnel[0].volume.high required: a number',
  ],
  [{ funnel: [{ name: 'leads', price: 0 }] }, 'funnel[0].price not-positive: more than zero'],
  [{ funnel: [{ ...leads, price: 2 }] }, 'funnel[0].price unexpected: a volume or a price, not both'],
  [
    { funnel: [{ name: 'leads', price: 1e-13 }] },
    'funnel[0].price too-large: a price at which media buys at most 1e15',
  ],
  [
    { funnel: [leads, { ...customers, price: 2 }] },
    'funnel[1].price unexpected: a price on the first stage only',
  ],
  [
    { funnel: [{ ...leads, rate: 0.5 }] },
    'funnel[0].rate unexpected: a volume and no rate on the first stage',
  ],
  [
    { funnel: [leads, { ...customers, volume: 3 }] },
    'funnel[1].rate unexpected: a rate or a volume, not both',
  ],
  [{ funnel: [leads, { name: 'customers' }] }, 'funnel[1].rate required: a number'],
  [{ funnel: [leads, { name: 'customers', rate: { hits: 1 } }] }, 'funnel[1].rate.of required: a number'],
  [{ funnel: [leads, leads] }, 'funnel[1].name twice: leads only once'],
  [{ value: { averageSale: 1 } }, 'value.grossMargin required: a number'],
  [{ value: { averageSale: 1, grossMargin: 1, horizon: -1 } }, 'value.horizon negative: zero or more'],
  [
    { value: { averageSale: 1, grossMargin: 1, targetProfit: 1.5 } },
    'value.targetProfit not-a-fraction: a fraction from 0 to 1',
  ],
  [{ value: { averageSale: 1, grossMargin: 1.5 } }, 'value.grossMargin above-one: a fraction of at most 1'],
  [{ value: { averageSale: 1, grossMargin: -2e15 } }, 'value.grossMargin too-large: at most 1e15 either way'],
  [{ timing: {} }, 'timing.months required: a number'],
  [{ timing: { months: 0 } }, 'timing.months not-whole-months: whole months from 1 to 1200'],
  [{ timing: { months: 3, spend: [] } }, 'timing.spend required: a list of 1 to 1200 months'],
  [
    { timing: { months: 3, spend: new Array(1201).fill(1) } },
    'timing.spend required: a list of 1 to 1200 months',
  ],
  [{ timing: { months: 3, spend: [1, -1] } }, 'timing.spend[1] negative: zero or more'],
  // A hole in a list is a number less.
  [{ timing: { months: 3, spend: Array.of(1, undefined, 1) } }, 'timing.spend[1] required: a number'],
  [{ timing: { months: 3, spend: [0] } }, 'timing.spend no-spend: a month with spend'],
  [{ timing: { months: 3, costs: { tools: [0] } } }, 'timing.costs.tools no-spend: a month with spend'],
  [
    { timing: { months: 3, costs: { media: [1] } } },
    'timing.costs.media unknown-name: one of production, agency, tools, sales',
  ],
  [
    { timing: { months: 3, collection: [0.5] } },
    'timing.collection not-a-distribution: shares that sum to 1',
  ],
  [{ timing: { months: 3, discountRate: -1 } }, 'timing.discountRate at-or-below-minus-one: a rate above -1'],
])('refused: $1', (about, expected) => {
  expect(told(about)).toEqual([expected]);
});

test('what lies on the edge is taken', () => {
  expect(told({ costs: { media: 1e15 } })).toEqual([]);
  expect(told({ costs: { media: { low: 1, likely: 1, high: 1 }, salesPerOpportunity: 0 } })).toEqual([]);
  expect(told({ funnel: [{ name: 'leads', price: 1e-12 }], costs: { media: 1000 } })).toEqual([]);
  expect(told({ funnel: [leads, { name: 'customers', volume: 100 }] })).toEqual([]);
  expect(told({ value: { averageSale: 0, grossMargin: -3, churn: 1, targetProfit: 1 } })).toEqual([]);
  expect(told({ timing: { months: 1, spend: new Array(1200).fill(1), discountRate: -0.99 } })).toEqual([]);
});

test('a stage is compared with all that come to the one before: by rates, by counts, and by what media buys', () => {
  const exceeds = (before: object[], volume: number, actual = false) =>
    told({ funnel: [...before, { name: 'customers', volume }] }, actual).length > 0;
  const passed = [leads, { name: 'mql', rate: 0.5 }, { name: 'sql', rate: { hits: 1, of: 2 } }];
  expect([25, 26].map((many) => exceeds(passed, many))).toEqual([false, true]);
  const counted = [leads, { name: 'mql', volume: 40 }];
  expect([40, 41].map((many) => exceeds(counted, many))).toEqual([false, true]);
  const bought = [{ name: 'leads', price: 20 }];
  expect([50, 51].map((many) => exceeds(bought, many))).toEqual([false, true]);
  const range = [{ name: 'leads', volume: { low: 10, likely: 20, high: 60 } }];
  expect([30, 31].map((many) => exceeds(range, many))).toEqual([false, true]);
  expect(exceeds(counted, 1e9, true)).toBe(false);
  expect(exceeds([{ name: 'leads', volume: 1e-3 }], 1e14, true)).toBe(true);
  expect(exceeds([{ name: 'leads', volume: 0 }], 5, true)).toBe(false);
});

test('stages are asked for from the widest to the narrowest', () => {
  const [problem] = told({ funnel: [leads, { name: 'clicks', rate: 0.5 }] });
  expect(problem).toContain('funnel[1].name out-of-order: ');
});

test('of what has happened nothing need have been counted, nor opportunities for what they cost', () => {
  const { value } = campaign();
  const funnel: Stage[] = [];
  expect(
    checkCampaign({ costs: { media: 1, salesPerOpportunity: 5 }, funnel, value }, { actual: true }),
  ).toEqual([]);
  expect(told({ funnel })).toEqual(['funnel required: at least one stage']);
  expect(told({ funnel: [leads, { name: 'customers', rate: 1.5 }] }, true)).toEqual([]);
});

test('a campaign is one of two by the prefix of its fields, and nothing at all is no campaign', () => {
  const wrong = campaign({ costs: { media: -1 } });
  expect(checkCampaign(wrong, { prefix: 'plan.' })).toMatchObject([{ field: 'plan.costs.media' }]);
  expect(checkCampaign(undefined as never).map(({ field }) => field)).toEqual(['costs', 'funnel', 'value']);
  expect(() => checkCampaign(campaign(), null as never)).toThrow('options: expected an object');
});

test('results name what is missing or cannot be', () => {
  const results = { costs: { media: 10 }, revenue: 100, orders: 5, grossMargin: 0.5 };
  const taken = campaignOfResults(results);
  expect(taken).toEqual({
    costs: { media: 10 },
    funnel: [{ name: 'customers', volume: 5 }],
    value: { averageSale: 20, grossMargin: 0.5, ordersPerCustomer: 1 },
  });
  expect(taken.costs).not.toBe(results.costs);
  expect(campaignOfResults({ ...results, revenue: 0 }).value.averageSale).toBe(0);
  const refused: [object | null, string][] = [
    [null, 'results: expected an object'],
    [{ ...results, revenue: -1 }, 'revenue: expected zero or more'],
    [{ ...results, customers: 0 }, 'customers: expected more than zero'],
    [{ ...results, costs: undefined }, 'costs: expected an object with media'],
  ];
  for (const [asked, message] of refused)
    expect(() => campaignOfResults(asked as typeof results)).toThrow(message);
});
