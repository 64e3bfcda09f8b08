import { assertFlows } from './check-flows.ts';

/**
 * Periods until the cumulative flow turns non-negative for the last time, interpolated within that period.
 * The first flow is at t = 0. Source: Ross, Westerfield, Jaffe, Corporate Finance.
 *
 * @param flows currency units, one a period
 * @returns periods (0 when never in the red), or null if the flows end in the red or there are none
 * @throws InputError for a flow that is not a number or exceeds 1e15
 */
export function paybackPeriod(flows: readonly number[]): number | null {
  assertFlows(flows);
  let cumulative = 0;
  let turned: number | null = null;
  flows.forEach((flow, period) => {
    const before = cumulative;
    cumulative += flow;
    if (cumulative < 0) turned = null;
    else if (before < 0) turned = period - 1 - before / flow;
    else turned ??= period;
  });
  return turned;
}
