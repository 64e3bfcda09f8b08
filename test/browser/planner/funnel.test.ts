import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { mountCalculator, number } from '../../support/calculator-on-page.ts';
import { open } from './planner-on-page.ts';

test.each([
  ['en', en],
  ['it', it],
])('the funnel says what its column of costs counts: %s', async (lang, { calculator, planner }) => {
  const element = await mountCalculator('mode="full"', lang);
  await number(calculator.inputs.sales).fill('1000');
  const panel = await open(element, planner.funnel.title);
  expect(panel.textContent).toContain(planner.funnel.costs);
  const cells = [...panel.querySelectorAll('tbody tr')].map((row) =>
    row.children[2]!.textContent!.replace(/\D/g, ''),
  );
  // Marketing's 5,000 for 200 leads; with sales' 1,000 for 20 customers, as CAC has it.
  expect(cells).toEqual(['25', '300']);
});

test('an owner can replace a heading of a table alone', async () => {
  const { planner } = en;
  const json = JSON.stringify({ texts: { planner: { funnel: { columns: { stage: 'Step' } } } } });
  const element = await mountCalculator(
    'mode="full"',
    'en',
    `<script type="application/json">${json}</script>`,
  );
  await open(element, planner.funnel.title);
  const headings = page
    .getByRole('columnheader')
    .elements()
    .map(({ textContent }) => textContent);
  expect(headings).toEqual(['Step', ...Object.values(planner.funnel.columns).slice(1)]);
});
