import type { InputGroup } from '../i18n/calculator-messages.ts';
import type { Range, Rate, StageName } from '../roi/campaign/campaign.ts';
import { type Bounds, limitOf } from './bounds.ts';

/** What an input can hold: a sure number, counts that were observed, or a low and a high. */
export type Quantity = Rate | Range;

/** One thing a person can enter. */
export interface Input extends Bounds {
  group: InputGroup;
  /** Stands there on arrival; null: an input that may stay empty. Money in major units, rates as fractions. */
  arrival: Quantity | null;
  /** Of the funnel: the stage whose volume or rate this is. */
  volumeOf?: StageName;
  rateOf?: StageName;
  /** Of a campaign that has run; a plan comes to it. */
  isResult?: true;
}

/** The numbers that an input takes, in words for an owner. */
export const expectedNumber = (input: Input): string =>
  `a ${input.isWhole ? 'whole number from 1' : 'number from 0'} to ${limitOf(input)}${input.arrival === null ? ', or null' : ''}`;
