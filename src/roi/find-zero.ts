/**
 * The zero of a continuous function between two points where its signs differ. Never leaves the bracket, never
 * needs a guess. Source: Chandrupatla (1997), Advances in Engineering Software 28(3); bisection and inverse
 * quadratic interpolation, the latter only where it is safe.
 */
export function findZero(f: (x: number) => number, low: number, high: number): number {
  // a is the latest point, b across the zero from it, c the point before.
  let [a, b, c] = [high, low, high];
  let [fa, fb] = [f(high), f(low)];
  let fc = fa;
  let share = 0.5;
  for (let step = 0; step < 200; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];

    const [best, fbest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const smallest = (Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - c || 1);
    if (fbest === 0 || smallest > 0.5 || b === a) return best;

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
