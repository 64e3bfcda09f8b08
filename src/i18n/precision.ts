import type { MetricUnit } from '../roi/metrics/metric.ts';
import { minorUnits } from './minor-units.ts';

type Digits = number | ((value: number) => number);

/**
 * How many decimals a figure gets, by its unit; those of a result where nothing is said. A fraction's are those of its
 * percent. An amount's are
 * those that it is `rounded` to before it is written, since its currency has its own; `asCurrency` for not at all.
 */
export type Precision = Readonly<Partial<Record<MetricUnit, Digits>>>;

const asCurrency = Infinity;

/** Few people count in tenths, since the next step has a share of them. */
const fewExactly = (value: number) => (value < 100 ? 1 : 0);

/** A result, seen at a glance. */
export const result = { currency: asCurrency, fraction: 1, ratio: 1, months: 1, count: 0 } as const;

/** What a goal asks for, and what comes of it: the best that can be had must not be overstated. */
export const target: Precision = { count: 1 };

/** One step of many, where a small difference tells something. */
export const detail: Precision = {
  fraction: (value) => (value < 0.1 ? 2 : 1),
  ratio: 2,
  count: fewExactly,
};

/** What a team has to deliver. */
export const delivery: Precision = { currency: 0, count: fewExactly };

/** Beside what people enter, who may have been as exact. */
export const entry: Precision = {
  currency: 2,
  fraction: 2,
  ratio: 2,
  months: 2,
  count: (value) => (value < 100 ? 2 : 0),
};

/** A chance: so near none, or so near certain, a tenth of a percent would hide the rest. */
export const chance: Precision = { fraction: (value) => (Math.abs(value - 0.5) > 0.49 ? 2 : 1) };

/** Amounts side by side, in major units: with cents only where nothing but cents is at stake. */
export const sideBySide = (amounts: readonly number[]): Precision => ({
  currency: Math.max(...amounts.map(Math.abs)) < 100 ? asCurrency : 0,
});

/** Decimals of a number in a formula: enough to work it out again. */
export const formulaDigits = 4;

/** Decimals of an amount in major units: none of a whole one, and none of a thousand and more. */
export const moneyDigits = (amount: number, currency: string): number =>
  Math.abs(amount) >= 1000 || Number.isInteger(amount) ? 0 : minorUnits(currency);

/** So many people at least: nobody can win 6.9 customers. */
export const whole = (count: number): number => Math.ceil(count - 1e-9);

/** The decimals of a figure. */
export function digitsOf(value: number, unit: MetricUnit, precision: Precision): number {
  const digits = precision[unit] ?? result[unit];
  return typeof digits === 'number' ? digits : digits(value);
}

/** A figure rounded to its decimals. */
export function rounded(value: number, unit: MetricUnit, precision: Precision): number {
  const digits = digitsOf(value, unit, precision) + (unit === 'fraction' ? 2 : 0);
  if (digits === asCurrency) return value;
  return digits ? Number(value.toFixed(digits)) : Math.round(value);
}

/** A number without what reckoning in binary leaves behind its last digit: as many digits as anybody types. */
export const exact = (value: number): number => Number(value.toPrecision(12));
