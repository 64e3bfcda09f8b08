import { expect, test } from 'vitest';
import {
  type Campaign,
  checkCampaign,
  evaluateCampaign,
  InputError,
  lifetimeValue,
  maximumCostPerLead,
  roas,
} from '../../../../src/roi/index.ts';
import { campaign } from '../campaign-builder.ts';

const leadsAnd = (customers: object): Campaign['funnel'] => [
  { name: 'leads', volume: 100 },
  { name: 'customers', ...customers },
];

test.each<[string, string, Partial<Campaign>]>([
  ['costs.media', 'too-large', { costs: { media: 1e16 } }],
  ['costs.media', 'not-a-number', { costs: { media: Number.NaN } }],
  ['costs.media', 'required', { costs: {} as Campaign['costs'] }],
  ['costs.agncy', 'unknown-name', { costs: { media: 1, agncy: 5 } as unknown as Campaign['costs'] }],
  ['costs.toString', 'unknown-name', { costs: { media: 1, toString: 5 } as unknown as Campaign['costs'] }],
  ['costs.agency', 'negative', { costs: { media: 1, agency: -1 } }],
  ['costs.media', 'not-a-range', { costs: { media: { low: 3, likely: 2, high: 4 } } }],
  ['costs.salesPerOpportunity', 'needs-opportunities', { costs: { media: 1, salesPerOpportunity: 5 } }],
  ['funnel', 'required', { funnel: [] }],
  ['funnel[0].volume', 'required', { funnel: [{ name: 'leads' }] }],
  ['funnel[1].rate', 'not-a-fraction', { funnel: leadsAnd({ rate: 1.2 }) }],
  ['funnel[1].rate', 'not-a-fraction', { funnel: leadsAnd({ rate: -0.1 }) }],
  ['funnel[1].rate', 'exceeds-earlier-stage', { funnel: leadsAnd({ rate: { hits: 12, of: 10 } }) }],
  ['funnel[1].rate.of', 'required', { funnel: leadsAnd({ rate: { hits: 0, of: 0 } }) }],
  ['funnel[1].volume', 'exceeds-earlier-stage', { funnel: leadsAnd({ volume: 101 }) }],
  ['funnel[1].delay', 'not-a-distribution', { funnel: leadsAnd({ rate: 0.1, delay: [0.5, 0.4] }) }],
  [
    'funnel[1].name',
    'twice',
    {
      funnel: [
        { name: 'leads', volume: 1 },
        { name: 'leads', rate: 1 },
      ],
    },
  ],
  [
    'funnel[1].name',
    'out-of-order',
    {
      funnel: [
        { name: 'leads', volume: 1 },
        { name: 'clicks', rate: 1 },
      ],
    },
  ],
  ['value.grossMargin', 'above-one', { value: { averageSale: 1, grossMargin: 1.1 } }],
  ['value.churn', 'not-a-fraction', { value: { averageSale: 1, grossMargin: 1, churn: 1.1 } }],
  ['timing.months', 'not-whole-months', { timing: { months: 1.5 } }],
  ['timing.spend', 'no-spend', { timing: { months: 3, spend: [0, 0] } }],
  ['timing.discountRate', 'at-or-below-minus-one', { timing: { months: 3, discountRate: -1 } }],
])('%s is refused: %s', (field, code, about) => {
  expect(checkCampaign(campaign(about))).toMatchObject([{ field, code }]);
  expect(() => evaluateCampaign(campaign(about))).toThrow(InputError);
});

test('a form hears of everything at once, a caller of the first', () => {
  const wrong = campaign({ costs: { media: -1 }, value: { averageSale: -1, grossMargin: 2 } });
  expect(checkCampaign(wrong).map(({ field }) => field)).toEqual([
    'costs.media',
    'value.averageSale',
    'value.grossMargin',
  ]);
  expect(() => evaluateCampaign(wrong)).toThrow('costs.media: expected zero or more');
});

test('a later stage larger than an earlier one is refused with both named, and allowed in actuals', () => {
  const wrong = campaign({ funnel: leadsAnd({ volume: 120 }) });
  expect(checkCampaign(wrong)[0]).toMatchObject({
    expected: 'at most as many customers as leads',
    stages: ['customers', 'leads'],
  });
  expect(checkCampaign(wrong, { actual: true })).toEqual([]);
});

test('volumes of later stages are rates by another name', () => {
  const { stages } = evaluateCampaign(campaign({ funnel: leadsAnd({ volume: 25 }) }));
  expect(stages).toMatchObject([{ rate: null }, { rate: 0.25, count: 25, owner: 'sales' }]);
});

test('plain functions refuse what is outside the model by field', () => {
  expect(() => roas({ revenue: 1e16, adSpend: 1 })).toThrow('revenue');
  expect(() => roas({ revenue: Number.NaN, adSpend: 1 })).toThrow(InputError);
  expect(() => lifetimeValue({ revenuePerPeriod: 1, margin: 1, churn: 1.5 })).toThrow('churn');
  expect(() => maximumCostPerLead({ lifetimeValue: 1, leadToCustomer: 2 })).toThrow('leadToCustomer');
});
