/**
 * How many months' worth of revenue a customer brings: `(1 - (1 - churn) ** horizon) / churn` within a horizon,
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
