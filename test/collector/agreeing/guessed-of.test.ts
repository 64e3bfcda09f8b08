import { expect, it } from 'vitest';
import { guessedOf } from '../../../collector/agreeing/guessed-of.ts';
import { plannedObjective } from '../../../collector/agreeing/planned-objective.ts';
import { en, it as italian } from '../../../src/words.ts';

const agreed = (text: string) => {
  const plan = plannedObjective(text, 'EUR');
  if (!plan.ok) throw new Error(plan.problem);
  return plan.agreed;
};
const full = 'unisono=1&mode=full&start=leads&media=6000&leads=120&customerRate=0.1';

it.each([
  ['three of a whole plan', full, ['Average sale', 'Gross margin', 'Orders per customer']],
  // Costs of nothing and stages that are not in the funnel are nobody's guess.
  ['none', `${full}&averageSale=900&grossMargin=0.4&ordersPerCustomer=1`, []],
  [
    'of a quick plan those that it asks for',
    'unisono=1&media=6000',
    ['Leads', 'From leads to customers', 'Average sale', 'Gross margin'],
  ],
  [
    'what a preset assumes, too',
    `${full}&preset=social&averageSale=900&ordersPerCustomer=1`,
    ['Gross margin'],
  ],
])('what nobody has entered of a plan is named: %s', (_, text, names) => {
  expect(guessedOf(agreed(text), en.calculator)).toEqual(names);
});

it('is named in the words of whoever reads it', () => {
  const { averageSale, grossMargin, ordersPerCustomer } = italian.calculator.inputs;
  expect(guessedOf(agreed(full), italian.calculator)).toEqual([averageSale, grossMargin, ordersPerCustomer]);
});

it('a file does not say what was entered', () => {
  const { campaign } = agreed(full);
  const file = JSON.stringify({ inputs: campaign, currency: 'EUR', definition: 'margin' });
  expect(guessedOf(agreed(file), en.calculator)).toEqual([]);
});
