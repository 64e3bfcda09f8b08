import { parseNumber } from '../i18n/parse-number.ts';
import { fraction, mean } from '../roi/campaign/mean.ts';
import type { MetricUnit } from '../roi/metrics/metric.ts';
import { type Bounds, largest, takes, within } from './bounds.ts';
import type { Input, Quantity } from './input.ts';
import { type TypingError, typedNumber, typedText, typingError, type Writing } from './typed-number.ts';

/** Between the ends of a range; of words, those of our languages. */
const upTo = /(?<=\d\D*)[–-]|\.\.\.?|…|\s(?:to|a)\s/;
/** Between counts: any other word. */
const outOf = /\/|\s\p{L}+\s/u;

/**
 * Reads what was typed into an input: `60` in one of percent is 0.6. Counts of a rate are `12/240` or `12 of 240`; a range,
 * of costs and of what a customer is worth, is `4000–6000` or `4000 to 6000`.
 *
 * @param mayBeEmpty of a campaign that has run any input may, since it need not be known
 * @returns what was typed, or the name of what is wrong with it. An input that may stay empty answers null when it is.
 */
export function readQuantity(
  text: string,
  input: Input,
  locale: string,
  mayBeEmpty = input.arrival === null,
): Quantity | null | TypingError {
  const { rateOf, group } = input;
  if (!text.trim()) return mayBeEmpty ? null : 'number';

  const read = (part: string | undefined) => readNumber(part ?? '', input, locale);
  // How sure a rate is, its counts say: it takes no range.
  if (rateOf && upTo.test(text)) return 'counts';
  const [first, second, ...rest] = text.split(rateOf ? outOf : upTo);
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
      of <= largest
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

function readNumber(text: string, bounds: Bounds, locale: string): number | TypingError {
  const value = typedNumber(text, bounds.unit, locale);
  if (value === null) return 'number';
  if (bounds.isWhole && value >= 0) return within(Math.round(value), bounds);
  return takes(value, bounds) ? value : typingError(value, bounds);
}

/** A quantity as it stands in its field: a fraction as its percent, without the sign. */
export function quantityText(
  quantity: Quantity | null,
  unit: MetricUnit,
  locale: string,
  write?: Writing,
): string {
  if (quantity === null) return '';
  const shown = (value: number) => typedText(value, unit, locale, write);
  if (typeof quantity === 'number') return shown(quantity);
  if ('of' in quantity) return `${quantity.hits}/${quantity.of}`;
  return `${shown(quantity.low)}–${shown(quantity.high)}`;
}

/** What it counts as: of a range its mean, as the model takes it. Nothing counts as zero. */
export function quantityValue(quantity: Quantity | null): number {
  if (quantity === null) return 0;
  return typeof quantity === 'object' && 'of' in quantity ? fraction(quantity) : mean(quantity);
}
