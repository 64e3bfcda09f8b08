import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, planner } from '../../../../src/locales/en.ts';
import { visit } from '../../../../src/visit/visit.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { open } from '../planner-on-page.ts';
import { again, bring, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('what came by a link is the calculation that would travel', async () => {
  bring('#unisono=1&leads=43');
  const { calculation } = await mountCalculator(named());
  await expect.poll(() => visit.read().calculation).toEqual(JSON.parse(JSON.stringify(calculation)));
});

test('what the owner sets a moment later is part of what would travel', async () => {
  bring('#unisono=1&leads=44');
  const element = await mountCalculator(named());
  element.config = { currency: 'USD', values: { averageSale: 9999 } };
  await expect
    .poll(() => visit.read().calculation)
    .toMatchObject({ currency: 'USD', inputs: { value: { averageSale: 9999 } } });
});

test('our examples are nobody’s calculation, whatever the tab remembers', async () => {
  let element = await mountCalculator(named());
  await number(labels.leads).fill('55');
  await page.getByRole('button', { name: en.reset }).click();
  await page.getByRole('radio', { name: en.modes.full }).click();
  element = again(element);
  await number(labels.media).fill('many');
  await new Promise((done) => setTimeout(done, 1000));
  expect(visit.read().calculation).toBeUndefined();
});

test('who plans with the same numbers, or looks around, has not calculated anew', async () => {
  const element = await mountCalculator(named());
  const { calculations } = visit.read().engagement;
  await open(element, planner.goal.title);
  await number(planner.goal.target).fill('40');
  await new Promise((done) => setTimeout(done, 1000));
  expect(visit.read().engagement.calculations).toBe(calculations);
});
