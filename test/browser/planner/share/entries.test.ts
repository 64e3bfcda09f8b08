import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en, planner, share } from '../../../../src/locales/en.ts';
import { mountCalculator, number } from '../../../support/calculator-on-page.ts';
import { choice, open } from '../planner-on-page.ts';
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
    if (reload) {
      await open(element, planner.goal.title);
      await open(element, planner.actual.title);
    }
    await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.figures.profit);
    await expect.element(number(planner.goal.target)).toHaveValue('20,000');
    await expect.element(number(planner.actual.asOf)).toHaveValue('3');
    await expect.element(page.getByLabelText(en.inputs.leads, { exact: true }).last()).toHaveValue('55');
  }
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(choice(planner.goal.metric)).toHaveDisplayValue(en.stages.customers);
  await expect.element(number(planner.actual.asOf)).toHaveValue('12');
});

test('what a link says of a goal or of what happened is in sight', async () => {
  bring('#unisono=1&goal-customers=30&actual-leads=90');
  const { shadowRoot } = await mountCalculator(named());
  const isOpen = (panel: string) => shadowRoot!.querySelector(`[data-panel=${panel}]`)!.hasAttribute('open');
  expect(['goal', 'actual', 'cash'].map(isOpen)).toEqual([true, true, false]);
});
