import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { irr, npv, xirr, xnpv } from '../../../../src/roi/index.ts';

// Properties take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Flows whose NPV is zero at exactly these rates: the product of `1 - (1 + rate) * v`, v being the discount factor. */
function flowsFor(rates: readonly number[], scale = 1): number[] {
  return rates.reduce(
    (flows, rate) => flows.concat(0).map((flow, i) => flow - (flows[i - 1] ?? 0) * (1 + rate)),
    [scale],
  );
}

/** What the flows are worth in all, whatever their sign, at a rate: the size against which a zero is one. */
const sizeAt = (rate: number, flows: readonly number[]) =>
  Math.max(
    flows.reduce((sum, flow) => sum + Math.abs(flow), 0),
    npv(rate, flows.map(Math.abs)) ?? Number.POSITIVE_INFINITY,
  );

/**
 * A billionth of the flows; a little more where the rate is so near -100 % that neighbouring numbers differ by more
 * than that (1 + rate has 16 digits after the point, however small it is).
 */
const tolerance = (root: number, periods: number) => 1e-9 + (periods * Number.EPSILON) / (1 + root);

/** Up to a million, in cents. */
const money = fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100);
const flows = fc.array(money, { minLength: 2, maxLength: 40 });

/** Up to ten rates from -90 % to 850 % whose growth factors are at least a fifth apart. */
const separatedRates = fc
  .uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 10 })
  .map((steps) => steps.sort((a, b) => a - b).map((step) => 0.1 * 1.2 ** step - 1));

test('every root makes NPV zero to 1e-9 of the flows', () => {
  fc.assert(
    fc.property(flows, (anyFlows) => {
      for (const root of irr(anyFlows).roots) {
        expect(root).toBeGreaterThan(-1);
        expect(Math.abs(npv(root, anyFlows)!)).toBeLessThanOrEqual(
          tolerance(root, anyFlows.length) * sizeAt(root, anyFlows),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('no root is missed, up to ten of them', () => {
  fc.assert(
    fc.property(separatedRates, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (rates, scale) => {
      const { status, roots } = irr(flowsFor(rates, scale));
      expect(roots).toHaveLength(rates.length);
      expect(status).toBe(rates.length === 1 ? 'one' : 'several');
      // Ten neighbours are ill-conditioned: rounding the flows themselves moves the roots.
      for (const [i, root] of roots.entries()) {
        expect(Math.abs(root - rates[i]!)).toBeLessThan(1e-6 * (1 + rates[i]!));
      }
    }),
    { numRuns: 1000 },
  );
});

test('wherever NPV changes its sign, there is a root', () => {
  const factors = Array.from({ length: 300 }, (_, i) => 0.05 * 1.03 ** i);
  fc.assert(
    fc.property(flows, (anyFlows) => {
      const { roots } = irr(anyFlows);
      for (const [i, factor] of factors.entries()) {
        const next = factors[i + 1] ?? factor;
        const [here, there] = [npv(factor - 1, anyFlows)!, npv(next - 1, anyFlows)!];
        if (here * there < 0) expect(roots.some((root) => root + 1 >= factor && root + 1 <= next)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a double root is one root', () => {
  expect(irr([-100, 220, -121]).roots).toHaveLength(1);
  expect(irr([-100, 220, -121]).roots[0]).toBeCloseTo(0.1, 7);
  const mixed = irr(flowsFor([-0.5, 0.2, 0.2, 1]));
  expect(mixed.roots).toHaveLength(3);
  expect(irr(flowsFor([0.3, 0.3, 0.3])).roots[0]).toBeCloseTo(0.3, 4);
});

test('flows of one sign have no rate', () => {
  for (const none of [[], [0, 0], [-100], [100, 50], [-1, 0, -2]]) {
    expect(irr(none)).toEqual({ status: 'none', roots: [] });
  }
  expect(irr([100, -150, 100])).toEqual({ status: 'none', roots: [] });
});

test('empty periods before and after change nothing', () => {
  const padded = [...new Array(30).fill(0), -100, 39, 59, 55, 20, ...new Array(400).fill(0)];
  expect(irr(padded)).toEqual(irr([-100, 39, 59, 55, 20]));
});

test('no guess is needed at either end', () => {
  expect(irr([-1000, 1]).roots[0]).toBeCloseTo(-0.999, 12);
  expect(irr([-1, 1e9]).roots[0]! / (1e9 - 1)).toBeCloseTo(1, 12);
  expect(irr([-100, ...new Array(1199).fill(1)]).roots[0]).toBeCloseTo(0.01, 5);
});

const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const dated = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 3000 }).map(day),
    amount: money,
  }),
  { minLength: 2, maxLength: 20 },
);

test('every dated root makes XNPV zero to 1e-9 of the flows, in any order of the flows', () => {
  fc.assert(
    fc.property(dated, (anyFlows) => {
      const { roots } = xirr(anyFlows);
      for (const root of roots) {
        const absolute = anyFlows.map(({ date, amount }) => ({ date, amount: Math.abs(amount) }));
        const size = Math.max(1e-300, xnpv(root, absolute) ?? 1e300, ...absolute.map(({ amount }) => amount));
        expect(Math.abs(xnpv(root, anyFlows) ?? 0)).toBeLessThanOrEqual(tolerance(root, 10) * size);
      }
      const reversed = xirr([...anyFlows].reverse()).roots;
      expect(reversed).toHaveLength(roots.length);
    }),
    { numRuns: 1000 },
  );
});

test('dated once a year of 365 days, the rates are those of the periods', () => {
  fc.assert(
    fc.property(separatedRates, (rates) => {
      const yearly = flowsFor(rates);
      const found = xirr(yearly.map((amount, year) => ({ date: day(365 * year), amount }))).roots;
      const expected = irr(yearly).roots;
      expect(found).toHaveLength(expected.length);
      for (const [i, root] of found.entries()) expect(Math.abs(root - expected[i]!)).toBeLessThan(1e-4);
    }),
    { numRuns: 300 },
  );
});

test('flows on one day have no rate', () => {
  expect(
    xirr([
      { date: '2026-01-01', amount: -1 },
      { date: '2026-01-01', amount: 2 },
    ]).status,
  ).toBe('none');
});
