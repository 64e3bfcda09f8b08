import { type Check, checkFields } from './check-fields.ts';
import { checkNumber, type NumberKind } from './check-number.ts';

/** A sure number of a kind, or `low <= likely <= high`, all three of it. */
export const checkRange =
  (kind: NumberKind): Check =>
  (field, value) => {
    const number = checkNumber(kind);
    if (typeof value !== 'object' || value === null) return number(field, value);
    const ends = { low: number, likely: number, high: number };
    const problems = checkFields(ends, Object.keys(ends))(field, value);
    const { low, likely, high } = value as Record<keyof typeof ends, number>;
    if (problems.length > 0 || (low <= likely && likely <= high)) return problems;
    return [{ field, code: 'not-a-range', expected: 'low <= likely <= high' }];
  };
