const POINTS_A_DEVIATION = 16;

/** Above so many hits and misses, log-odds are as good as normal. */
const MANY = 1e7;

/** How far P10 and P90 of a normal lie from its middle, in deviations. */
const TENTH = 1.2815515655446004;

/**
 * The middle 80 % of Beta(a, b), both above 0: P10 and P90, to about 1e-4 of its width. Integrates the density of the
 * log-odds, `exp(a * t) / (1 + exp(t)) ** (a + b)`, which is smooth and has one summit, by trapezoids; so there is no
 * gamma function to lose digits in, however large the counts.
 */
export function betaInterval(a: number, b: number): [low: number, high: number] {
  if (a > b) {
    const [low, high] = betaInterval(b, a);
    return [1 - high, 1 - low];
  }
  const summit = Math.log(a / b);
  const deviation = Math.sqrt(1 / a + 1 / b);
  if (a > MANY) return [fractionOf(summit - TENTH * deviation), fractionOf(summit + TENTH * deviation)];
  // Far from the summit the density falls like exp(-a * |t|) on one side and exp(-b * t) on the other.
  const from = summit - Math.max(6 * deviation, 25 / a);
  const to = summit + Math.max(6 * deviation, 25 / b);
  const step = deviation / POINTS_A_DEVIATION;
  const height = (t: number) => a * (t - summit) - (a + b) * (Math.log1p(Math.exp(t)) - Math.log1p(a / b));

  const areas: number[] = [0];
  let sum = 0;
  let before = Math.exp(height(from));
  for (let t = from + step; t < to + step; t += step) {
    const here = Math.exp(height(t));
    sum += (before + here) / 2;
    areas.push(sum);
    before = here;
  }
  const at = (share: number) => {
    const wanted = share * areas.at(-1)!;
    const above = areas.findIndex((area) => area >= wanted);
    const place = above - 1 + (wanted - areas[above - 1]!) / (areas[above]! - areas[above - 1]!);
    return fractionOf(from + place * step);
  };
  return [at(0.1), at(0.9)];
}

/** A fraction by its log-odds. */
const fractionOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
