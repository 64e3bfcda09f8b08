import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  cagr,
  discountedPaybackPeriod,
  InputError,
  mirr,
  monthlyRate,
  npv,
  paybackPeriod,
  xnpv,
  yearlyRate,
} from '../../../../src/roi/index.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('the first flow is at t = 0, and at t = 1 when a spreadsheet is meant', () => {
  expect(npv(0.1, [-100, 110])).toBeCloseTo(0, 12);
  expect(npv(0.1, [110], { firstPeriod: 1 })).toBeCloseTo(100, 12);
  expect(npv(0.1, [])).toBe(0);
});

test('there is no present value at a rate of -1 or below', () => {
  expect(npv(-1, [1, 2])).toBeNull();
  expect(npv(-1.5, [1, 2])).toBeNull();
  expect(xnpv(-1, [{ date: '2026-01-01', amount: 1 }])).toBeNull();
  expect(discountedPaybackPeriod(-1, [-1, 2])).toBeNull();
  expect(mirr([-1, 2], -1, 0.1)).toBeNull();
});

test('payback is the last time the cumulative flow turns non-negative', () => {
  expect(paybackPeriod([-100, 150, -100, 100])).toBe(2.5);
  expect(paybackPeriod([-100, 50, 50])).toBe(2);
  expect(paybackPeriod([-100, 50])).toBeNull();
  expect(paybackPeriod([100, 50])).toBe(0);
  expect(paybackPeriod([])).toBeNull();
});

test('discounted payback interpolates within the discounted flow', () => {
  // 100 = 60 / 1.1 + x * 60 / 1.21
  expect(discountedPaybackPeriod(0.1, [-100, 60, 60])).toBeCloseTo(1 + (100 - 60 / 1.1) / (60 / 1.21), 12);
  expect(discountedPaybackPeriod(0.1, [-100, 55, 55])).toBeNull();
});

test('mirr needs a loss and a gain', () => {
  expect(mirr([100, 200], 0.1, 0.1)).toBeNull();
  expect(mirr([-100, -200], 0.1, 0.1)).toBeNull();
  expect(mirr([-100, 121], 0.05, 0.07)).toBeCloseTo(0.21, 12);
});

test('growth a year has no rate from nothing, and -100 % to nothing', () => {
  expect(cagr(100, 121, 2)).toBeCloseTo(0.1, 12);
  expect(cagr(0, 121, 2)).toBeNull();
  expect(cagr(100, -1, 2)).toBeNull();
  expect(cagr(100, 121, 0)).toBeNull();
  expect(cagr(100, 0, 2)).toBe(-1);
});

test('twelve months at the monthly rate are a year at the yearly one', () => {
  expect(monthlyRate(0.12)).toBeCloseTo(1.12 ** (1 / 12) - 1, 14);
  fc.assert(
    fc.property(fc.double({ min: -0.99, max: 10, noNaN: true }), (rate) => {
      expect(yearlyRate(monthlyRate(rate))).toBeCloseTo(rate, 12);
    }),
  );
});

test.each(['2026-02-30', '2026-2-3', 'yesterday', '2026-13-01', ''])(
  'refuses the date %j by field',
  (date) => {
    const dated = [
      { date: '2026-01-01', amount: -1 },
      { date, amount: 2 },
    ];
    expect(() => xnpv(0.1, dated)).toThrow(InputError);
    expect(() => xnpv(0.1, dated)).toThrow('dated[1].date');
  },
);

test('a flow that is no number is refused by its place', () => {
  expect(() => npv(0.1, [1, Number.NaN])).toThrow('flows[1]');
  expect(() => paybackPeriod([1e16])).toThrow('flows[0]');
});
