import { inputNames, inputs } from '../inputs.ts';
import { quantityValue } from '../quantity.ts';
import type { Scenario } from '../scenario.ts';
import type { WholeScenario } from '../whole-scenario.ts';

/**
 * The entries of a scenario with what is known of a campaign that has run as actual figures, in place of those before.
 * Costs that nobody knows count as planned. Money in major units.
 */
export function withKnownResults(
  entries: Scenario['entries'],
  { start, values }: Pick<WholeScenario, 'start' | 'values'>,
): Scenario['entries'] {
  const number = (name: keyof typeof values) => quantityValue(values[name]);
  const customers = number('customers');
  const counted = inputNames.filter((name) => name === start || inputs[name].group === 'costs');
  return {
    ...Object.fromEntries(Object.entries(entries).filter(([name]) => !name.startsWith('actual-'))),
    ...Object.fromEntries(
      counted.filter((name) => values[name] !== null).map((name) => [`actual-${name}`, number(name)]),
    ),
    'actual-customers': customers,
    // In cents: it stands in a field.
    ...(customers > 0 && { 'actual-averageSale': Math.round((100 * number('revenue')) / customers) / 100 }),
    'actual-grossMargin': number('grossMargin'),
  };
}
