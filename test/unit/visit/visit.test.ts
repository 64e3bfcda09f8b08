import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { consentSchema } from '../../../src/contract/consent-schema.ts';
import { createVisit, type Visit, type VisitState } from '../../../src/visit/visit.ts';

const touch = { at: '2026-11-26T10:00:00.000Z', page: 'https://shop.example/' };
const whole: VisitState = {
  attribution: { first: touch, last: touch, current: touch },
  engagement: { pageViews: 2, activeSeconds: 30, ctaClicks: 1, calculations: 0 },
  page: 1_764_151_200_000.5,
};
const calculation = { model: 1, currency: 'EUR', definition: 'margin', inputs: {}, results: {} };
const fresh = {
  attribution: {},
  engagement: { pageViews: 0, activeSeconds: 0, ctaClicks: 0, calculations: 0 },
  page: 0,
};

/** A visit of a tab that holds this. */
const visitOf = (trail: unknown, others: Record<string, unknown> = {}): Visit => {
  const entries: Record<string, unknown> = { trail, ...others };
  return createVisit({
    read: (key) => entries[key] ?? null,
    write: (key, value) => {
      entries[key] = value;
    },
  });
};

test('a whole visit goes on where it was', () => {
  expect(visitOf(whole).read()).toEqual(whole);
  expect(visitOf(whole, { calculation }).read()).toEqual({ ...whole, calculation });
  expect(visitOf({ ...whole, attribution: {} }).read().engagement).toEqual(whole.engagement);
});

test('what is counted and kept is there for the next who looks', () => {
  const visit = visitOf(null);
  visit.count('ctaClicks');
  visit.count('activeSeconds', 5);
  visit.keep(calculation as never);
  expect(visit.read()).toEqual({
    ...fresh,
    engagement: { ...fresh.engagement, ctaClicks: 1, activeSeconds: 5 },
    calculation,
  });
  visit.keep(undefined);
  expect(visit.read().calculation).toBeUndefined();
});

describe('what is not whole begins anew', () => {
  test.each([
    [null],
    [undefined],
    [7],
    ['visit'],
    [[]],
    [{}],
    [{ ...whole, page: undefined }],
    [{ ...whole, page: 'now' }],
    [{ ...whole, attribution: null }],
    [{ ...whole, attribution: { first: 7 } }],
    [{ ...whole, attribution: { first: null } }],
    [{ ...whole, attribution: { ...whole.attribution, last: { at: 1, page: touch.page } } }],
    [{ ...whole, attribution: { ...whole.attribution, last: { at: touch.at } } }],
    [{ ...whole, engagement: null }],
    [{ ...whole, engagement: { ...whole.engagement, pageViews: '2' } }],
    [{ ...whole, engagement: { pageViews: 2 } }],
  ])('%j', (stored) => {
    const visit = visitOf(stored);
    expect(visit.read()).toEqual(fresh);
    visit.count('pageViews');
    expect(visit.read().engagement.pageViews).toBe(1);
  });
});

test.each([['none'], [7], [{}], [{ ...calculation, model: 3 }]])(
  'what is no calculation is none, and the visit goes on: %j',
  (damaged) => {
    expect(visitOf(whole, { calculation: damaged }).read()).toEqual(whole);
  },
);

describe('a word on profiling', () => {
  const at = '2026-11-26T10:00:00.000Z';

  test('is there as a lead would have it, with the words that were agreed to', () => {
    const visit = visitOf(null);
    expect(visit.given()).toBeNull();
    const words = { text: 'You may use my visit.', version: '7', policyUrl: 'https://shop.example/privacy' };
    visit.consent({ profiling: true, ...words });
    const { at, ...given } = visit.given()!;
    expect(given).toEqual({ purpose: 'profiling', granted: true, ...words });
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    visit.consent({ profiling: false });
    expect(visit.given()).toMatchObject({ granted: false, text: '', version: '' });
  });

  test('that is said again keeps its moment; in other words it is another one', () => {
    const visit = visitOf(null, { consent: { granted: true, text: 'Yes.', version: '1', at } });
    visit.consent({ profiling: true, text: 'Yes.', version: '1' });
    expect(visit.given()!.at).toBe(at);
    visit.consent({ profiling: true, text: 'Yes.', version: '2' });
    expect(visit.given()).toMatchObject({ version: '2' });
    expect(visit.given()!.at).not.toBe(at);
  });

  test.each([[undefined], [null], ['granted'], [{}], [{ profiling: 'yes' }], [{ profiling: 1 }]])(
    'that is neither yes nor no is none, and the owner reads so: %j',
    (word) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      onTestFinished(() => warn.mockRestore());
      const visit = visitOf(null);
      visit.consent(word as never);
      expect(visit.given()).toBeNull();
      expect(warn).toHaveBeenCalledOnce();
    },
  );

  test.each(['javascript:alert(1)', 'data:text/html,x', '/privacy', 'https://shop.example/a b', 7])(
    'keeps no address that a receiver would refuse the lead for: %s',
    (policyUrl) => {
      const visit = visitOf(null);
      visit.consent({ profiling: true, policyUrl: policyUrl as string });
      expect(visit.given()).not.toHaveProperty('policyUrl');
      expect(consentSchema.safeParse(visit.given()).success).toBe(true);
    },
  );

  test('of any length and kind fits into a lead', () => {
    const visit = visitOf(null);
    const long = 'x'.repeat(100_000);
    visit.consent({
      profiling: true,
      text: long,
      version: 7 as never,
      policyUrl: `https://a.example/${long}`,
    });
    expect(consentSchema.safeParse(visit.given()).success).toBe(true);
    expect(JSON.stringify(visit.given()).length).toBeLessThan(8_000);
  });

  test.each([[7], ['yes'], [[]], [{ granted: true }], [{ granted: 'yes', text: '', version: '', at }]])(
    'that is damaged is none: %j',
    (stored) => {
      expect(visitOf(null, { consent: stored }).given()).toBeNull();
    },
  );
});
