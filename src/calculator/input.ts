import type { InputGroup } from '../i18n/calculator-messages.ts';
import type { Range, Rate, StageName } from '../roi/campaign/campaign.ts';

/** What an input can hold: a sure number, counts that were observed, or a low and a high. */
export type Quantity = Rate | Range;

/** `months` are whole and at least one; a `delay` is any time in months. */
export type Unit = 'money' | 'percent' | 'count' | 'months' | 'delay' | 'number';

/** The most that an input takes: all there is, ten years, or what no campaign reaches. */
export const limitOf = (unit: Unit): number =>
  unit === 'percent' ? 1 : unit === 'months' || unit === 'delay' ? 120 : 1e12;

/** Less than this is nothing: what is divided by it would be beyond what a number holds. */
const smallest = 1e-9;

/** Whether an input of a unit can hold a number: money in major units, rates as fractions. */
export const takes = (value: number, unit: Unit): boolean =>
  unit === 'months'
    ? Number.isInteger(value) && value >= 1 && value <= limitOf(unit)
    : value === 0 || (value >= smallest && value <= limitOf(unit));

/** The same for an owner, in words. */
export const expectedNumber = ({ unit, arrival }: Pick<Input, 'unit' | 'arrival'>): string =>
  `a ${unit === 'months' ? 'whole number from 1' : 'number from 0'} to ${limitOf(unit)}${arrival === null ? ', or null' : ''}`;

/** One thing a person can enter. */
export interface Input {
  group: InputGroup;
  unit: Unit;
  /** Stands there on arrival; null: an input that may stay empty. Money in major units, rates as fractions. */
  arrival: Quantity | null;
  /** Of the funnel: the stage whose volume or rate this is. */
  volumeOf?: StageName;
  rateOf?: StageName;
}
