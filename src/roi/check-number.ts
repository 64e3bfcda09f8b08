import { InputError, type Problem, type ProblemCode } from './input-error.ts';

/** The largest magnitude that the model answers for. */
const LARGEST = 1e15;

interface Kind {
  holds: (value: number) => boolean;
  code: ProblemCode;
  expected: string;
}

/** What a number may be. Every kind is also at most 1e15 either way. */
const kinds = {
  magnitude: { holds: () => true, code: 'too-large', expected: 'at most 1e15 either way' },
  amount: { holds: (n) => n >= 0, code: 'negative', expected: 'zero or more' },
  fraction: { holds: (n) => n >= 0 && n <= 1, code: 'not-a-fraction', expected: 'a fraction from 0 to 1' },
  margin: { holds: (n) => n <= 1, code: 'above-one', expected: 'a fraction of at most 1' },
  discount: { holds: (n) => n > -1, code: 'at-or-below-minus-one', expected: 'a rate above -1' },
  months: {
    holds: (n) => Number.isInteger(n) && n >= 1 && n <= 1200,
    code: 'not-whole-months',
    expected: 'whole months from 1 to 1200',
  },
  draws: {
    holds: (n) => Number.isInteger(n) && n >= 1 && n <= 1e6,
    code: 'not-whole-draws',
    expected: 'whole draws from 1 to a million',
  },
} as const satisfies Record<string, Kind>;

export type NumberKind = keyof typeof kinds;

/** What is wrong with a number of this kind, or null. */
export function numberProblem(field: string, value: unknown, kind: NumberKind = 'magnitude'): Problem | null {
  const { holds, code, expected }: Kind = kinds[kind];
  if (value === undefined || value === null) return { field, code: 'required', expected: 'a number' };
  if (typeof value !== 'number' || Number.isNaN(value))
    return { field, code: 'not-a-number', expected: 'a number' };
  if (!holds(value)) return { field, code, expected };
  if (Math.abs(value) > LARGEST) return { field, code: 'too-large', expected: kinds.magnitude.expected };
  return null;
}

/**
 * @throws InputError naming the field, unless it holds a number of this kind
 */
export function assertNumber(field: string, value: unknown, kind?: NumberKind): void {
  const problem = numberProblem(field, value, kind);
  if (problem) throw new InputError(problem);
}
