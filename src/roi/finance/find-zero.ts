/**
 * The zero of a continuous function between two points where its signs differ. Never leaves the bracket, never
 * needs a guess. Source: Chandrupatla (1997), Advances in Engineering Software 28(3): bisection, and inverse
 * quadratic interpolation where it is safe.
 */
export function findZero(f: (x: number) => number, low: number, high: number): number {
  // a is the latest point, b across the zero from it, c the point before.
  let a = high;
  let b = low;
  let c = high;
  let fa = f(a);
  let fb = f(b);
  let fc = fa;
  let share = 0.5;
  for (let step = 0; step < 200; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;

    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const smallest = (Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - a || 1);
    if (fa === 0 || fb === 0 || smallest > 0.5 || a === b) return best;

    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    share = 0.5;
    if (phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi) {
      share = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    }
    share = Math.min(1 - smallest, Math.max(smallest, share));
  }
  return a;
}
