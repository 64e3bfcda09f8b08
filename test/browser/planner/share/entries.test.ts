import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, planner, share } from '../../../../src/locales/en.ts';
import { mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { choice, open } from '../planner-on-page.ts';
import { saved } from './saved.ts';
import { again, beSomebodyElse, bring, named, setUpSharing } from './share-on-page.ts';

setUpSharing();

test('a goal and what has happened travel in the link, outlive a reload, and are gone when starting again', async () => {
  let element = await mountCalculator(named());
  await open(element, planner.goal.title);
  await choice(planner.goal.metric).selectOptions(en.figures.profit);
  await number(planner.goal.target).fill('20,000');
  await open(element, planner.actual.title);
  await number(planner.actual.asOf).fill('3');
  await page.getByLabelText(en.inputs.leads, { exact: true }).last().fill('55');
  await open(element, share.title);
  const { hash } = new URL((page.getByLabelText(share.link).element() as HTMLInputElement).value);

  beSomebodyElse();
  bring(hash);
  element = await mountCalculator(named());
  for (const reload of [false, true]) {
    if (reload) element = again(element);
    await element.updateComplete;
    await open(element, planner.goal.title);
    await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.figures.profit);
    await expect.element(number(planner.goal.target)).toHaveValue('20,000');
    await open(element, planner.actual.title);
    await expect.element(number(planner.actual.asOf)).toHaveValue('3');
    await expect.element(page.getByLabelText(en.inputs.leads, { exact: true }).last()).toHaveValue('55');
  }
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(number(planner.actual.asOf)).toHaveValue('12');
  await open(element, planner.goal.title);
  await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.stages.customers);
});

test('what a link says of a goal or of what happened is in sight, and nothing else', async () => {
  bring('#unisono=1&actual-leads=90');
  const { shadowRoot } = await mountCalculator(named());
  const isOpen = (panel: string) => shadowRoot!.querySelector(`[data-panel=${panel}] .place`) !== null;
  expect(['figures', 'goal', 'actual', 'cash'].map(isOpen)).toEqual([false, false, true, false]);
});

test('the place somebody is at outlives a reload', async () => {
  const element = await mountCalculator(named());
  await open(element, planner.levers.title);
  const reloaded = again(element);
  await reloaded.updateComplete;
  const { shadowRoot } = reloaded;
  expect(shadowRoot!.querySelectorAll('.place')).toHaveLength(1);
  expect(shadowRoot!.querySelector('[data-panel=levers] .place')).not.toBeNull();
});

test('the name of a campaign travels in the link and in both files, and is no calculation', async () => {
  let element = await mountCalculator(named());
  await page.getByLabelText(share.name).fill('Spring & autumn');
  await open(element, share.title);
  const { hash } = new URL((page.getByLabelText(share.link).element() as HTMLInputElement).value);
  expect(JSON.parse(await saved(share.json)).plan.name).toBe('Spring & autumn');
  expect(await saved(share.csv)).toContain('"Spring & autumn"');
  beSomebodyElse();
  bring(hash);
  element = await mountCalculator(named());
  await expect.element(page.getByLabelText(share.name)).toHaveValue('Spring & autumn');
});
