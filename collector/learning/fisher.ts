/** Logarithms of the factorials from 0 up to `most`. */
function logFactorials(most: number): number[] {
  const logs = [0];
  for (let n = 1; n <= most; n++) logs.push(logs[n - 1]! + Math.log(n));
  return logs;
}

/**
 * Fisher's exact test, two-sided: the probability of a table no more likely than this one, were there no difference.
 * @param table won and lost with the sign, then won and lost without it
 */
export function fisher([a, b, c, d]: readonly [number, number, number, number]): number {
  const logs = logFactorials(a + b + c + d);
  const log = (n: number) => logs[n]!;
  const fixed = log(a + b) + log(c + d) + log(a + c) + log(b + d) - log(a + b + c + d);
  const likelihood = (won: number) =>
    Math.exp(fixed - log(won) - log(a + b - won) - log(a + c - won) - log(d - a + won));
  // Tables that are equally likely differ by rounding.
  const limit = likelihood(a) * (1 + 1e-7);
  let sum = 0;
  for (let won = Math.max(0, a - d); won <= Math.min(a + b, a + c); won++) {
    const of = likelihood(won);
    if (of <= limit) sum += of;
  }
  return Math.min(1, sum);
}
