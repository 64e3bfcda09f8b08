import type { Check } from './check-fields.ts';
import { InputError, type ProblemCode } from './input-error.ts';

/** The largest magnitude that the model answers for. */
const LARGEST = 1e15;

/** The most months that it goes through, one by one. */
export const MONTHS = 1200;

interface Kind {
  holds: (value: number) => boolean;
  code: ProblemCode;
  expected: string;
}

const magnitude: Kind = {
  holds: (n) => Math.abs(n) <= LARGEST,
  code: 'too-large',
  expected: 'at most 1e15 either way',
};

/** What a number may be. Every kind is a magnitude, too. */
const kinds = {
  magnitude,
  amount: { holds: (n) => n >= 0, code: 'negative', expected: 'zero or more' },
  positive: { holds: (n) => n > 0, code: 'not-positive', expected: 'more than zero' },
  fraction: { holds: (n) => n >= 0 && n <= 1, code: 'not-a-fraction', expected: 'a fraction from 0 to 1' },
  margin: { holds: (n) => n <= 1, code: 'above-one', expected: 'a fraction of at most 1' },
  discount: { holds: (n) => n > -1, code: 'at-or-below-minus-one', expected: 'a rate above -1' },
  months: {
    holds: (n) => Number.isInteger(n) && n >= 1 && n <= MONTHS,
    code: 'not-whole-months',
    expected: 'whole months from 1 to 1200',
  },
  elapsed: { holds: (n) => n <= MONTHS, code: 'too-large', expected: 'at most 1200 months' },
  draws: {
    holds: (n) => Number.isInteger(n) && n >= 1 && n <= 1e6,
    code: 'not-whole-draws',
    expected: 'whole draws from 1 to a million',
  },
} satisfies Record<string, Kind>;

export type NumberKind = keyof typeof kinds;

/** A number of a kind. */
export const checkNumber =
  (kind: NumberKind = 'magnitude'): Check =>
  (field, value) => {
    if (value === undefined || value === null) return [{ field, code: 'required', expected: 'a number' }];
    if (typeof value !== 'number' || Number.isNaN(value)) {
      return [{ field, code: 'not-a-number', expected: 'a number' }];
    }
    const broken = [kinds[kind], magnitude].find(({ holds }) => !holds(value));
    return broken ? [{ field, code: broken.code, expected: broken.expected }] : [];
  };

/**
 * @throws InputError naming the field, unless it holds a number of this kind
 */
export function assertNumber(field: string, value: unknown, kind?: NumberKind): void {
  const [problem] = checkNumber(kind)(field, value);
  if (problem) throw new InputError(problem);
}
