import type { CalculatorMessages } from '../i18n/calculator-messages.ts';
import { parseNumber } from '../i18n/parse-number.ts';
import { plainNumber } from '../i18n/plain-number.ts';
import { type Input, limitOf, type Quantity, takes, type Unit } from './input.ts';

export type TypingError = keyof CalculatorMessages['errors'];

/**
 * Counts of a rate are `12/240` or `12 of 240`, whatever the word for it.
 *
 * @returns what was typed, or the name of what is wrong with it. An input that may stay empty answers null when it is.
 */
export function readQuantity(text: string, input: Input, locale: string): Quantity | null | TypingError {
  const { unit, arrival, rateOf, group } = input;
  if (!text.trim()) return arrival === null ? null : 'required';

  const read = (part: string | undefined) => readNumber(part ?? '', unit, locale);
  const [first, second, ...rest] = text.split(rateOf ? /\/|\s\p{L}+\s/u : /(?<=\d\D*)[–-]|\.\.\.?|…/);
  if (rest.length) return rateOf ? 'counts' : 'number';
  if (second === undefined) return read(first);
  if (rateOf) {
    const [hits, of] = [parseNumber(first!, locale), parseNumber(second, locale)];
    return hits !== null &&
      of &&
      Number.isInteger(hits) &&
      Number.isInteger(of) &&
      hits >= 0 &&
      hits <= of &&
      of <= limitOf('count')
      ? { hits, of }
      : 'counts';
  }
  const [low, high] = [read(first), read(second)];
  if (group !== 'costs' && group !== 'value') return 'number';
  if (typeof low === 'string') return low;
  if (typeof high === 'string') return high;
  if (low === high) return low;
  return low < high ? { low, likely: (low + high) / 2, high } : 'range';
}

function readNumber(text: string, unit: Unit, locale: string): number | TypingError {
  const typed = parseNumber(text, locale);
  if (typed === null) return 'number';
  if (typed < 0) return 'negative';
  if (unit === 'months') return Math.min(limitOf(unit), Math.max(1, Math.round(typed)));
  const value = unit === 'percent' ? typed / 100 : typed;
  if (takes(value, unit)) return value;
  return value < 1 ? 'number' : unit === 'percent' ? unit : 'tooLarge';
}

/** A quantity as a person would type it. */
export function quantityText(quantity: Quantity | null, unit: Unit, locale: string): string {
  if (quantity === null) return '';
  const shown = (value: number) => plainNumber(unit === 'percent' ? value * 100 : value, locale);
  if (typeof quantity === 'number') return shown(quantity);
  if ('of' in quantity) return `${quantity.hits}/${quantity.of}`;
  return `${shown(quantity.low)}–${shown(quantity.high)}`;
}

/** Its likeliest value as one number; nothing counts as zero. */
export function quantityValue(quantity: Quantity | null): number {
  if (quantity === null || typeof quantity === 'number') return quantity ?? 0;
  return 'of' in quantity ? quantity.hits / quantity.of : quantity.likely;
}
