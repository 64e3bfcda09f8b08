import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import { parseNumber } from '../../i18n/parse-number.ts';
import type { Unit } from './inputs.ts';

export type InputError = keyof CalculatorMessages['errors'];

const largest = 1e12;

/** What was typed as a value (rates as fractions), or what is wrong with it. */
export function readInput(text: string, unit: Unit, locale: string): number | InputError {
  const typed = parseNumber(text, locale);
  if (typed === null) return 'number';
  if (typed < 0) return 'negative';
  if (typed > (unit === 'percent' ? 100 : largest)) return unit === 'percent' ? 'percent' : 'tooLarge';
  return unit === 'percent' ? typed / 100 : typed;
}
