import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { calculator, planner } from '../../../src/locales/en.ts';
import { choice, labels, number } from '../../support/calculator-on-page.ts';
import { mountPlanner, open, words } from './planner-on-page.ts';

const { actual } = planner;
const field = (group: string, label: string) =>
  page.getByRole('group', { name: group }).last().getByRole('textbox', { name: label, exact: true });

test('a campaign that has run is held against a plan by one press, and the focus goes along', async () => {
  const element = await mountPlanner();
  await choice(calculator.modes.evaluate).click();
  await number(labels.media).fill('8000');
  await number(calculator.stages.customers).fill('30');
  await number(calculator.figures.revenue).fill('45000');
  await number(labels.grossMargin).fill('60');
  const heard = element.shadowRoot!.querySelector('output')!;
  await expect.poll(() => heard.textContent, { timeout: 5000 }).toContain(calculator.came);
  const compare = page.getByRole('button', { name: actual.compare });
  (compare.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');

  await expect.element(choice(calculator.modes.full)).toBeChecked();
  await expect.element(field(actual.counts, calculator.stages.customers)).toHaveValue('30');
  await expect.element(field(actual.spent, labels.media)).toHaveValue('8,000');
  await expect.element(field(actual.worth, labels.averageSale)).toHaveValue('1,500');
  await expect.element(compare).not.toBeInTheDocument();
  // What is heard is the plan, too.
  const { textContent: plan } = element.shadowRoot!.querySelector('.headline')!;
  await expect.poll(() => heard.textContent, { timeout: 5000 }).toContain(plan);
  await expect.poll(() => element.shadowRoot!.activeElement?.textContent?.trim()).toBe(actual.title);
});

test('all that it cost is held against the plan, and what was entered elsewhere stays', async () => {
  const element = await mountPlanner();
  await open(element, planner.goal.title);
  await page.getByRole('textbox', { name: planner.goal.deadline }).fill('9');
  await choice(calculator.modes.evaluate).click();
  const known = {
    [labels.media]: '5000',
    [calculator.inputs.production]: '2000',
    [calculator.inputs.agency]: '3000',
  };
  for (const [label, text] of Object.entries(known)) await number(label).fill(text);
  await number(calculator.stages.customers).fill('20');
  await number(calculator.figures.revenue).fill('24000');
  await number(labels.grossMargin).fill('60');
  await page.getByRole('button', { name: actual.compare }).click();
  await expect.element(field(actual.spent, calculator.inputs.production)).toHaveValue('2,000');
  await expect.element(field(actual.spent, calculator.inputs.agency)).toHaveValue('3,000');
  await expect.element(field(actual.spent, calculator.inputs.tools)).toHaveValue('0');
  const panel = () => words(element.shadowRoot!.querySelector('[data-panel=actual]')!);
  await expect.poll(panel).toContain('Agency Marketing €0 → €3,000 −€3,000');
  await open(element, planner.goal.title);
  await expect.element(page.getByRole('textbox', { name: planner.goal.deadline })).toHaveValue('9');
});

test('what a sale brought on average is a price in cents, and a gap that rounds to nothing has no sign', async () => {
  const element = await mountPlanner();
  await choice(calculator.modes.evaluate).click();
  await number(labels.media).fill('5000');
  await number(calculator.stages.customers).fill('14');
  await number(calculator.figures.revenue).fill('24000');
  await number(labels.grossMargin).fill('60');
  await page.getByRole('button', { name: actual.compare }).click();
  await expect.element(field(actual.worth, labels.averageSale)).toHaveValue('1,714.29');
  const objective = () => words(element.shadowRoot!.querySelector('[data-panel=actual] .objective')!);
  await expect.poll(objective).not.toMatch(/[+−]€0(?![.\d])/);
});

test('more customers than leads are pointed out where they were entered', async () => {
  const element = await mountPlanner();
  await choice(calculator.modes.evaluate).click();
  await number(labels.media).fill('4000');
  await number(labels.leads).fill('100');
  await number(calculator.stages.customers).fill('101');
  await number(calculator.figures.revenue).fill('9000');
  await number(labels.grossMargin).fill('50');
  const said = () => words(element.shadowRoot!.querySelector('#after')!);
  await expect.poll(said).toContain('More customers than leads: periods may overlap');
  await number(calculator.stages.customers).fill('100');
  await expect.poll(said).not.toContain('periods may overlap');
  expect(said()).toContain(actual.compare);
  // Of customers alone nothing is known before them.
  await number(calculator.stages.customers).fill('101');
  await expect.poll(said).toContain('periods may overlap');
  await number(labels.leads).fill('');
  await expect.poll(said).not.toContain('periods may overlap');
});
