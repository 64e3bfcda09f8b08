import type { InputName } from '../../i18n/calculator-messages.ts';

export type Unit = 'money' | 'percent' | 'count';

/** One thing a person can enter. */
export interface Input {
  unit: Unit;
  /** Plausible on arrival, and marked as an example until it is touched. Money in major units, rates as fractions. */
  example: number;
}

/** One line an input: the place to add the next. */
export const inputs: Record<InputName, Input> = {
  media: { unit: 'money', example: 5000 },
  clicks: { unit: 'count', example: 4000 },
  leadRate: { unit: 'percent', example: 0.05 },
  leads: { unit: 'count', example: 200 },
  customerRate: { unit: 'percent', example: 0.1 },
  averageSale: { unit: 'money', example: 1200 },
  grossMargin: { unit: 'percent', example: 0.6 },
};
