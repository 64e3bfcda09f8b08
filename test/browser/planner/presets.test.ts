import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fill } from '../../../src/i18n/fill.ts';
import * as english from '../../../src/locales/en.ts';
import * as italian from '../../../src/locales/it.ts';
import { labels, mountCalculator, note, number } from '../../support/calculator-on-page.ts';
import { words } from './planner-on-page.ts';

const { calculator: en, planner, presets } = english;

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

test.each([
  ['en', english, 'Already set, and kept: Leads and From leads to customers.'],
  ['it', italian, 'Già indicati, e rimasti: Contatti e Da contatti a clienti.'],
])('what of a preset does not come in is named: %s', async (lang, { calculator, planner, presets }, says) => {
  const element = await mountCalculator(`mode="full" lang="${lang}" id="kept-${lang}"`);
  const said = () => words(element.shadowRoot!.querySelector('.head [role=status]')!);
  await page.getByRole('combobox', { name: planner.preset }).selectOptions(presets.event);
  expect(said()).toBe('');
  await number(calculator.inputs.leads).fill('160');
  await number(calculator.inputs.averageSale).fill('999');
  const from = calculator.inputs.leads.toLowerCase();
  const rate = fill(calculator.rate, { from, to: calculator.stages.customers.toLowerCase() });
  await number(rate).fill('12');
  await expect.poll(said).toBe(says);
  await page.getByRole('combobox', { name: planner.preset }).selectOptions(planner.anyCampaign);
  await expect.poll(said).toBe('');
});
