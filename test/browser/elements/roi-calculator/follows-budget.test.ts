import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import {
  choice,
  comesBack,
  headline,
  labels,
  mountCalculator,
  note,
  number,
} from '../../../support/calculator-on-page.ts';

const follows = () => page.getByRole('checkbox', { name: en.follows });

test('what the budget buys follows it until somebody writes a number, and again once they say so', async () => {
  const element = await mountCalculator();
  await expect.element(follows()).toBeChecked();
  await number(labels.media).fill('2500');
  await expect.element(number(labels.leads)).toHaveValue('100');
  expect(comesBack(element)).toBe(2.88);

  await number(labels.leads).fill('300');
  await expect.element(follows()).not.toBeChecked();
  expect(note(labels.leads)).toBe(en.held);
  await number(labels.media).fill('5000');
  await expect.element(number(labels.leads)).toHaveValue('300');

  await follows().click();
  await expect.element(number(labels.leads)).toHaveValue('600');
  await follows().click();
  await expect.element(number(labels.leads)).toHaveValue('300');
});

test('without a budget there is nothing to follow', async () => {
  await mountCalculator();
  await number(labels.media).fill('0');
  await expect.element(follows()).toBeDisabled();
  await expect.element(number(labels.leads)).toHaveValue('0');
});

test('a campaign that has run is told from what is known of it', async () => {
  const element = await mountCalculator();
  await choice(en.tasks.evaluate).click();
  await number(labels.media).fill('8000');
  await number(en.stages.customers).fill('25');
  await number(en.figures.revenue).fill('30000');
  expect(headline(element)).toContain('€2.25 of margin came back');
  expect(headline(element)).not.toContain('12 months');
  expect(element.calculation.results).toMatchObject({ profit: 10_000, cac: 320, cpl: 40 });
  // Leads need not be known.
  await choice(en.stages.customers).click();
  await expect.element(number(labels.leads)).not.toBeInTheDocument();
  expect(element.calculation.results).toMatchObject({ profit: 10_000, cpl: null });
  await choice(en.tasks.plan).click();
  await expect.element(number(labels.leads)).toBeVisible();
});
