import { quantityValue } from '../quantity.ts';
import type { Scenario } from '../scenario.ts';
import type { WholeScenario } from '../whole-scenario.ts';

/** What is known of a campaign that has run, as answers to what is asked of actual figures. Money in major units. */
export function knownResults({
  start,
  values,
}: Pick<WholeScenario, 'start' | 'values'>): Scenario['entries'] {
  const number = (name: keyof typeof values) => quantityValue(values[name]);
  const customers = number('customers');
  return {
    'actual-media': number('media'),
    ...(values[start] !== null && { [`actual-${start}`]: number(start) }),
    'actual-customers': customers,
    // In cents: it stands in a field.
    ...(customers > 0 && { 'actual-averageSale': Math.round((100 * number('revenue')) / customers) / 100 }),
    'actual-grossMargin': number('grossMargin'),
  };
}
