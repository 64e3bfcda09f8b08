import { assertObject } from '../../campaign/check/check-fields.ts';
import { assertNumber } from '../../campaign/check/check-number.ts';
import { formula } from '../formula.ts';
import { type Computation, outcome } from '../outcome.ts';

/**
 * A metric's formula on numbers handed in by name: the plain functions and the campaign share each formula.
 *
 * @returns a finite number, or null where the answer does not exist
 * @throws InputError naming a field of the formula that is not a number or exceeds 1e15
 */
export function calculate(asked: Computation, input: Readonly<Record<string, number>>): number | null {
  assertObject('input', input);
  for (const name of formula(asked.formula).names) assertNumber(name, input[name]);
  return outcome(asked, input).value;
}
