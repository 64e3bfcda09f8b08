import { expect } from 'vitest';

const RELATIVE = 1e-9;

/** Whether two numbers are the same but for rounding; `size` is that of the amounts they are the difference of. */
export const agree = (got: number, expected: number, size = 0): boolean =>
  Math.abs(got - expected) <= RELATIVE * Math.max(Math.abs(expected), Math.abs(size), 1e-9);

/** Fails with what was asked when an answer is not the oracle's. */
export function checkAgainst(what: string, got: number | null, expected: number | null, size = 0): void {
  if (got !== null && expected !== null && agree(got, expected, size)) return;
  expect({ [what]: got }).toEqual({ [what]: expected });
}
