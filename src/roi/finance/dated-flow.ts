import { assertList, assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { InputError } from '../campaign/check/input-error.ts';

/** Money on a day. */
export interface DatedFlow {
  /** ISO 8601 calendar date: `2026-11-23`. */
  date: string;
  /** Currency units. */
  amount: number;
}

/**
 * Years from the first flow to each, actual/365: a year is 365 days, leap years included.
 *
 * @throws InputError naming a date that is not on the calendar or an amount that is not a number of at most 1e15
 */
export function yearsFromFirst(dated: readonly DatedFlow[]): number[] {
  assertList('dated', dated);
  const days = Array.from(dated, (flow, index) => {
    assertObject(`dated[${index}]`, flow);
    assertNumber(`dated[${index}].amount`, flow.amount);
    return dayNumber(flow.date, `dated[${index}].date`);
  });
  return days.map((day) => (day - days[0]!) / 365);
}

function dayNumber(date: string, field: string): number {
  const isWritten = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date);
  const instant = isWritten ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse lets 2026-02-30 roll over in some engines.
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new InputError({ field, code: 'not-a-date', expected: 'a date such as 2026-11-23' });
  }
  return instant / 86_400_000;
}
