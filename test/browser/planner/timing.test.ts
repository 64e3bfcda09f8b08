import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { planner } from '../../../src/locales/en.ts';
import { mountCalculator, number } from '../../support/calculator-on-page.ts';
import './planner-on-page.ts';

test('months count as they are shown', async () => {
  const element = await mountCalculator('mode="full" id="timing"');
  await number(planner.timing.months).fill('12.5');
  await userEvent.tab();
  await expect.element(number(planner.timing.months)).toHaveValue('13');
  expect(element.calculation.inputs).toMatchObject({ timing: { months: 13 } });
});
