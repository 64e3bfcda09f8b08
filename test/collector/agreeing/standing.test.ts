import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsAfter, monthsSince } from '../../../collector/agreeing/month.ts';
import { standingOf } from '../../../collector/agreeing/standing-of.ts';
import type { Actuals } from '../../../collector/measuring/actuals-of.ts';
import { type Campaign, evaluateCampaign } from '../../../src/roi/index.ts';
import { noActuals } from '../../support/no-actuals.ts';

const campaign: Campaign = {
  costs: { media: 6000, sales: 3000 },
  funnel: [
    { name: 'clicks', volume: 1200 },
    { name: 'leads', rate: 0.1 },
    { name: 'sql', rate: 0.5 },
    { name: 'customers', rate: 0.2, delay: [0, 1] },
  ],
  value: { averageSale: 4000, grossMargin: 0.5 },
  timing: { months: 6, spend: [1, 1, 1, 1, 1, 1] },
};
const agreed = { scenario: null, definition: 'margin', campaign, goal: null } as const;

const happened = fc.record({
  clicks: fc.option(fc.integer({ min: 100, max: 1200 })),
  leads: fc.integer({ min: 0, max: 90 }),
  worked: fc.double({ min: 0, max: 1, noNaN: true }),
  won: fc.double({ min: 0, max: 1, noNaN: true }),
  sale: fc.integer({ min: 500, max: 9000 }),
  media: fc.option(fc.integer({ min: 0, max: 5000 })),
  asOf: fc.double({ min: 0.1, max: 6, noNaN: true }),
});

describe('how an objective stands', () => {
  it('says why in parts that sum to the gap, and its campaign as it now looks earns what is forecast', () => {
    fc.assert(
      fc.property(happened, ({ clicks, leads, worked, won, sale, media, asOf }) => {
        const sql = Math.round(leads * worked);
        const customers = Math.round(sql * won);
        const actuals: Actuals = {
          ...noActuals,
          clicks,
          leads,
          sql,
          customers,
          revenue: customers > 0 ? customers * sale : null,
          priced: customers,
          costs: { ...noActuals.costs, media },
        };
        const { variance, profit, now, stages } = standingOf(agreed, actuals, asOf)!;
        const sum = variance.parts.reduce((total, { effect }) => total + effect, 0);
        const scale = Math.abs(profit.agreed) + Math.abs(profit.forecast) + 1;
        expect(Math.abs(sum - (profit.forecast - profit.agreed)) / scale).toBeLessThan(1e-9);
        expect(profit.agreed).toBeCloseTo(evaluateCampaign(campaign).metrics.profit.value!, 6);
        const rates = now.funnel.map(({ rate = 0 }) => rate as number);
        // Where nobody is forecast, or more than everybody, no rate says so.
        if (stages.some(({ forecast }) => forecast === 0) || rates.includes(1)) return;
        const earned = evaluateCampaign(now).metrics.profit.value!;
        expect(Math.abs(earned - profit.forecast) / scale).toBeLessThan(1e-9);
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it('asks for what the plan has next, and for what is behind', () => {
    const { next, isLastMonth } = standingOf(agreed, { ...noActuals, leads: 30, sql: 25 }, 2)!;
    expect(isLastMonth).toBe(false);
    expect(next).toEqual([
      { what: 'leads', owner: 'marketing', agreed: 20, behind: 10 },
      { what: 'sql', owner: 'sales', agreed: 10, behind: 0 },
      { what: 'customers', owner: 'sales', agreed: 2, behind: 2 },
    ]);
    const last = standingOf(agreed, noActuals, 5.5)!;
    expect(last.isLastMonth).toBe(true);
    expect(last.next[0]).toEqual({ what: 'leads', owner: 'marketing', agreed: 10, behind: 110 });
  });

  it('says of what nobody measured that nobody did, and counts it as planned', () => {
    const { stages, money } = standingOf(agreed, { ...noActuals, leads: 40, sql: 20, customers: 2 }, 2)!;
    expect(stages[0]).toMatchObject({
      what: 'clicks',
      happened: null,
      due: expect.closeTo(400),
      forecast: expect.closeTo(1200),
    });
    expect(money.find(({ what }) => what === 'media')).toEqual({
      what: 'media',
      owner: 'marketing',
      agreed: expect.closeTo(6000),
      due: expect.closeTo(2000),
      happened: null,
      forecast: expect.closeTo(6000),
    });
  });

  it('has no answer where the figures cannot belong together, instead of failing', () => {
    expect(standingOf(agreed, { ...noActuals, clicks: 1, leads: 1e16 }, 2)).toBeNull();
  });
});

it('counts months by the calendar, and days within them', () => {
  expect(monthsAfter('2026-11-01', 3)).toBe('2027-02-01');
  expect(monthsSince('2026-11-01', new Date('2026-11-01T00:00Z'))).toBe(0);
  expect(monthsSince('2026-11-01', new Date('2027-02-15T05:00Z'))).toBe(3.5);
  expect(monthsSince('2026-11-01', new Date('2026-10-31T23:59Z'))).toBeLessThan(0);
});
