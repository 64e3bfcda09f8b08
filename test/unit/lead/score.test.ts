import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Scorable, scoreOf } from '../../../src/lead/score.ts';
import { buildLead } from '../../support/envelope-builder.ts';

const profile = { email: 'ada@shop.example' };
const quiet = { pageViews: 1, activeSeconds: 5, ctaClicks: 0, calculations: 0 };
const touch = { at: '2026-11-23T10:00:00.000Z', page: 'https://shop.example/' };
const click = { ...touch, click: { name: 'gclid', value: 'g' } };

test('an address alone is a cold lead', () => {
  expect(scoreOf({ profile, engagement: quiet })).toEqual({
    value: 0,
    temperature: 'cold',
    stage: 'lead',
    reasons: [],
  });
});

describe('each rule gives its points, and says so', () => {
  const cases: [string, number, Partial<Scorable>][] = [
    ['timeframe=now', 30, { profile: { ...profile, buying: { timeframe: 'now' } } }],
    ['timeframe=this-quarter', 20, { profile: { ...profile, buying: { timeframe: 'this-quarter' } } }],
    ['timeframe=this-year', 10, { profile: { ...profile, buying: { timeframe: 'this-year' } } }],
    ['budget>=20k', 25, { profile: { ...profile, buying: { budget: 'over-20k' } } }],
    ['budget>=5k', 20, { profile: { ...profile, buying: { budget: '5k-20k' } } }],
    ['budget>=1k', 10, { profile: { ...profile, buying: { budget: '1k-5k' } } }],
    ['buys-monthly', 10, { profile: { ...profile, buying: { frequency: 'monthly' } } }],
    ['buys-monthly', 10, { profile: { ...profile, buying: { frequency: 'weekly' } } }],
    ['company', 10, { profile: { ...profile, company: 'Rossi' } }],
    ['phone', 10, { profile: { ...profile, phone: '+39' } }],
    ['interests', 5, { profile: { ...profile, interests: ['seo'] } }],
    ['message', 5, { profile: { ...profile, message: 'Hello' } }],
    ['calculation', 10, { calculation: buildLead().calculation }],
    ['active>=60s', 5, { engagement: { ...quiet, activeSeconds: 60 } }],
    ['pages>=3', 5, { engagement: { ...quiet, pageViews: 3 } }],
    ['cta', 5, { engagement: { ...quiet, ctaClicks: 1 } }],
    ['paid-click', 5, { attribution: { current: click } }],
    ['paid-click', 5, { attribution: { last: click, current: touch } }],
  ];
  test.each(cases)('%s: %d', (rule, points, changes) => {
    const score = scoreOf({ profile, engagement: quiet, ...changes });
    expect(score.reasons).toEqual([{ rule, points }]);
    expect(score.value).toBe(points);
  });

  test.each<[string, Partial<Scorable>]>([
    ['just looking', { profile: { ...profile, buying: { timeframe: 'exploring' } } }],
    ['a small budget', { profile: { ...profile, buying: { budget: 'under-1k' } } }],
    ['buying once', { profile: { ...profile, buying: { frequency: 'once' } } }],
    ['no interests', { profile: { ...profile, interests: [] } }],
    ['59 seconds', { engagement: { ...quiet, activeSeconds: 59 } }],
    ['two pages', { engagement: { ...quiet, pageViews: 2 } }],
    ['an arrival without a click', { attribution: { first: click, last: touch, current: touch } }],
  ])('%s gives none', (_, changes) => {
    expect(scoreOf({ profile, engagement: quiet, ...changes }).value).toBe(0);
  });
});

test.each([
  [{ timeframe: 'this-quarter' as const }, {}, 20, 'cold', 'lead'],
  [{ timeframe: 'now' as const }, {}, 30, 'warm', 'mql'],
  [{ timeframe: 'now' as const, budget: '5k-20k' as const }, { message: 'Hello' }, 55, 'warm', 'mql'],
  [{ timeframe: 'now' as const, budget: '5k-20k' as const }, { company: 'Rossi' }, 60, 'hot', 'mql'],
])('%j and %j: %d, %s, %s', (buying, more, value, temperature, stage) => {
  expect(scoreOf({ profile: { ...profile, ...more, buying } })).toMatchObject({ value, temperature, stage });
});

test('the score never leaves 0 to 100, whatever speaks for the lead', () => {
  const everything = buildLead({
    profile: {
      ...buildLead().profile,
      buying: { timeframe: 'now', budget: 'over-20k', frequency: 'weekly' },
    },
  });
  const { value, reasons } = scoreOf(everything);
  expect(value).toBe(100);
  expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThan(100);
});

test('numbers that a stranger sends do not break it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.double(), (odd, number) => {
      const engagement = { ...quiet, activeSeconds: number, pageViews: number };
      const { value } = scoreOf({ profile: { ...odd, ...profile }, engagement } as Scorable);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
    }),
  );
});
