import { describe, expect, test } from 'vitest';
import { Visit, type VisitState } from '../../../src/visit/visit.ts';

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
const visitOf = (stored: unknown): Visit => {
  let entry = stored;
  return new Visit({
    read: () => entry,
    write: (_, value) => {
      entry = value;
    },
  });
};

test('a whole visit goes on where it was', () => {
  expect(visitOf(whole).read()).toEqual(whole);
  expect(visitOf({ ...whole, calculation }).read()).toEqual({ ...whole, calculation });
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
    [{ ...whole, calculation: 'none' }],
    [{ ...whole, calculation: { ...calculation, model: 3 } }],
  ])('%j', (stored) => {
    const visit = visitOf(stored);
    expect(visit.read()).toEqual(fresh);
    visit.count('pageViews');
    expect(visit.read().engagement.pageViews).toBe(1);
  });
});
