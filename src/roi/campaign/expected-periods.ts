/**
 * How many months' worth of orders a customer brings: `(1 - (1 - churn) ** horizon) / churn` within a horizon,
 * `1 / churn` without one, `horizon` when nobody leaves. Written with `expm1` so that a tiny churn loses no digits.
 *
 * @param churn fraction of customers lost a month, 0 to 1
 * @param horizon months that count; absent or null: for ever
 * @returns months, or null when nobody leaves and no horizon ends it
 */
export function expectedPeriods(churn: number, horizon?: number | null): number | null {
  if (horizon === undefined || horizon === null) return churn === 0 ? null : 1 / churn;
  if (churn === 0 || horizon === 0) return horizon;
  return -Math.expm1(horizon * Math.log1p(-churn)) / churn;
}

/**
 * The same, month by month: the share of a customer's orders that is still placed k months after the win,
 * `(1 - churn) ** k` for each k below the horizon. A horizon that ends within a month counts that part of it.
 *
 * @param months how many of them are wanted at most
 */
export function retained(churn: number, horizon: number | null, months: number): number[] {
  const until = Math.min(months, horizon ?? months);
  const shares: number[] = [];
  let left = 1;
  for (let month = 0; month < until; month++) {
    shares.push(until - month < 1 ? left * expectedPeriods(churn, until - month)! : left);
    left *= 1 - churn;
  }
  return shares;
}

/** What is still to come of a customer's orders after so many months, in months' worth; null without an end. */
export function remainingPeriods(churn: number, horizon: number | null, months: number): number | null {
  if (horizon !== null && months >= horizon) return 0;
  const left = expectedPeriods(churn, horizon === null ? null : horizon - months);
  return left === null ? null : (1 - churn) ** months * left;
}
