import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, planner, presets } from '../../../src/locales/en.ts';
import { labels, mountCalculator, note, number } from '../../support/calculator-on-page.ts';
import './planner-on-page.ts';

test('a preset fills in assumptions, calls them so, and leaves alone what was typed', async () => {
  const element = await mountCalculator('mode="full" id="presets"');
  await number(labels.averageSale).fill('999');
  const select = page.getByRole('combobox', { name: planner.preset });
  await select.selectOptions(presets.event);
  expect(element.calculation.inputs).toMatchObject({
    funnel: [
      { name: 'leads', volume: 150 },
      { name: 'customers', rate: 0.15 },
    ],
    value: { averageSale: 999 },
  });
  expect(note(labels.leads)).toContain(planner.assumption);
  await number(labels.leads).fill('160');
  expect(note(labels.leads)).not.toContain(planner.assumption);

  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(select).toHaveValue('');
  expect(element.calculation.inputs).toMatchObject({ funnel: [{ volume: 200 }, {}] });
});

test('without a preset the plan starts where it did before', async () => {
  const element = await mountCalculator('mode="full" start="clicks" id="no-preset"');
  const select = page.getByRole('combobox', { name: planner.preset });
  await select.selectOptions(presets.event);
  await expect.element(number(labels.leads)).toBeVisible();
  await select.selectOptions(planner.anyCampaign);
  await expect.element(number(labels.clicks)).toHaveValue('4,000');
  expect(element.calculation.inputs).toMatchObject({ funnel: [{ name: 'clicks', volume: 4000 }, {}, {}] });
});
