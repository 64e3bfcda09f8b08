import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { fill } from '../../../src/i18n/fill.ts';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { goalLikelihood, planForGoal } from '../../../src/roi/index.ts';
import { labels, mountCalculator, note, number } from '../../support/calculator-on-page.ts';
import {
  campaignOf,
  choice,
  enterUncertainty,
  mountPlanner,
  open,
  titles,
  words,
} from './planner-on-page.ts';

const { calculator, planner } = en;
const { goal } = planner;

/** The cells of one line of the card: in total, and a month. */
const line = (panel: HTMLElement, owner: string, name: string): number[] => {
  const card = [...panel.querySelectorAll('section')].find((section) => words(section).startsWith(owner))!;
  const row = [...card.querySelectorAll('tbody tr')].find((each) => words(each).startsWith(name))!;
  return [...row.querySelectorAll('td')].map((cell) => Number(words(cell).replace(/[€,]/g, '')));
};

test('on arrival it is the plan as it stands', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await expect.poll(() => words(panel)).toContain(goal.asPlanned);
  expect(words(panel)).toContain('Customers: 22.5 by the end of month 12');
});

test('a goal that is reached on these numbers says what marketing and sales must each deliver, in total and a month', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.goal);
  await number(goal.target).fill('45');
  await number(goal.deadline).fill('10');
  await expect.poll(() => words(panel)).toContain('Customers: 45 by the end of month 10');
  expect(words(panel)).toContain('On these numbers “Leads” has to go from 300 to 600.');
  const { spend, stages } = planForGoal(campaignOf(element), {
    metric: 'customers',
    target: 45,
    deadline: 10,
  });
  expect(line(panel, 'Marketing', 'Leads')).toEqual([600, 600]);
  expect(line(panel, 'Marketing', 'Spend')).toEqual([spend.marketing.total, spend.marketing.perMonth]);
  expect(line(panel, 'Sales', 'Customers')).toEqual([45, 45]);
  expect(line(panel, 'Sales', 'Opportunities')[0]).toBe(
    stages.find(({ name }) => name === 'opportunities')!.total,
  );
});

test('what takes time to buy is due sooner: each line says when, where it is before the last of its team', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('45');
  await number(goal.deadline).fill('3');
  await expect.poll(() => words(panel)).toContain('Customers: 45 by the end of month 3');
  expect(line(panel, 'Marketing by the end of month 1', 'Leads')).toEqual([600, 600]);
  expect(line(panel, 'Sales by the end of month 3', 'Opportunities by the end of month 1')).toEqual([
    180, 180,
  ]);
  expect(line(panel, 'Sales', 'Customers 45')).toEqual([45, 45]);
});

test('out of reach it says what binds, the best that can be, and which levers would do', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('45');
  await number(goal.budget).fill('8000');
  await expect.poll(() => words(panel)).toContain(`“Leads” alone does not get there: ${goal.binds.budget}.`);
  expect(words(panel)).toMatch(/The best is \d+\.\d, with “Leads” at \d+\./);
  expect(words(panel)).toContain('Levers that would get there alone: From opportunities to customers.');
});

test('a plan that loses money with every lead gets even only by doing nothing, and says so', async () => {
  const element = await mountPlanner();
  await number(labels.averageSale).fill('100');
  const panel = await open(element, titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.profit);
  await number(goal.target).fill('0');
  await expect.poll(() => words(panel)).toContain('Only by doing nothing. Leads: from 300 to 0.');
});

test('nobody is told to do worse than planned', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.cac);
  await number(goal.target).fill('5000');
  await expect
    .poll(() => words(panel))
    .toContain('On these numbers the plan does better as it stands: €302.22.');
  expect(words(panel)).not.toMatch(/has to go|Levers that would/);
  expect(line(panel, 'Marketing', 'Leads')).toEqual([300, 300]);
});

test('while the volume follows the budget, no budget is named that would do alone', async () => {
  await mountCalculator('mode="full"');
  const panel = await open(document.querySelector('roi-calculator')!, titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.cpl);
  await number(goal.target).fill('10');
  await expect.poll(() => words(panel.querySelector('.objective')!)).toContain(goal.noOthers);
  await page.getByRole('checkbox', { name: calculator.follows }).click();
  await expect.poll(() => words(panel.querySelector('.objective')!)).toContain('Advertising budget');
});

test('less of a loss is a goal, too', async () => {
  await mountPlanner();
  await number(labels.averageSale).fill('100');
  await open(document.querySelector('roi-calculator')!, titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.profit);
  await expect.element(number(goal.target)).toHaveValue('−5,450');
  await number(goal.target).fill('-1000');
  await number(goal.deadline).click();
  await expect.element(number(goal.target)).toHaveValue('−1,000');
  expect(note(goal.target)).toBe('planned: −\u2060€5,450');
});

test('a little more than planned is more than planned', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.revenue);
  await number(goal.target).fill('42000');
  await choice(goal.vary).selectOptions(calculator.inputs.ordersPerCustomer);
  await expect
    .poll(() => words(panel))
    .toContain('On these numbers “Orders per customer” has to go from 1 to 1.04.');
  expect(words(panel)).toContain(goal.allElse);
});

test('what no number of leads would do is said so, without a plan for it', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(labels.averageSale).fill('100');
  await choice(goal.metric).selectOptions(calculator.definitions.margin);
  await number(labels.production).fill('5000');
  await number(goal.target).fill('50');
  await expect.poll(() => words(panel)).toContain('However far it goes, the figure only nears');
  expect(panel.querySelector('table')).toBeNull();
});

test('whoever comes into a field while the plan behind it still moves types over the number that stands there then', async () => {
  const element = await mountPlanner();
  await open(element, titles.goal);
  await choice(goal.metric).selectOptions(calculator.definitions.margin);
  const field = number(goal.target).element() as HTMLInputElement;
  const before = field.value;
  const cost = number(labels.production).element() as HTMLInputElement;
  cost.value = '5000';
  cost.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // The answer is there, and the panel is not yet.
  await element.updateComplete;
  field.focus();
  expect(field.value).not.toBe(before);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
});

test('where a number cannot be read, the answer below says that it is older', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('20-30');
  await expect.poll(() => words(panel)).toContain(calculator.lastResult);
  await number(goal.target).fill('30');
  await expect.poll(() => words(panel)).not.toContain(calculator.lastResult);
});

test('a lever that stands at nothing can be chosen', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number('From opportunities to customers').fill('0');
  await number(goal.target).fill('10');
  await choice(goal.vary).selectOptions('From opportunities to customers');
  await expect
    .poll(() => words(panel))
    .toContain('“From opportunities to customers” has to go from 0% to 11.1%.');
});

test('a lever that cannot change the figure says so', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await choice(goal.metric).selectOptions(calculator.definitions.margin);
  await number(goal.target).fill('900');
  await expect.poll(() => words(panel)).toContain('“Leads” does not change this figure.');
});

test('sales that can handle no more binds', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('45');
  await number('Opportunities the sales team can handle per month').fill('100');
  await expect.poll(() => words(panel)).toContain(goal.binds['sales-capacity']);
});

test('another lever can be named', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('45');
  await choice(goal.vary).selectOptions('From opportunities to customers');
  await expect
    .poll(() => words(panel))
    .toContain('“From opportunities to customers” has to go from 25% to 50%.');
});

test('what cannot be read stays as it was typed, says what is expected, and the last answer stands', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await number(goal.deadline).fill('6');
  await number(goal.deadline).fill('2.5');
  await expect.poll(() => note(goal.deadline)).toBe(planner.wholeMonths);
  await expect.element(number(goal.deadline)).toHaveAttribute('aria-invalid', 'true');
  await expect.element(number(goal.deadline)).toHaveValue('2.5');
  expect(words(panel)).toContain('by the end of month 6');
  await number(goal.target).fill('many');
  await expect.poll(() => note(goal.target)).toBe(calculator.errors.number);
});

test('a target that the plan has none for is asked for, and not optional', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.cac);
  await number(goal.deadline).fill('1');
  await expect.poll(() => words(panel)).toContain(goal.missing);
  expect(note(goal.target)).toBe('');
  expect(note(goal.budget)).toBe(calculator.optional);
});

test('each figure keeps its own target, and an emptied one is the plan’s again', async () => {
  await open(await mountPlanner(), titles.goal);
  await number(goal.target).fill('45');
  await choice(goal.metric).selectOptions(calculator.figures.revenue);
  await number(goal.target).fill('90000');
  await choice(goal.metric).selectOptions('Customers');
  await expect.element(number(goal.target)).toHaveValue('45');
  await number(goal.target).fill('');
  await number(goal.deadline).click();
  await expect.element(number(goal.target)).toHaveValue('22.5');
  expect(note(goal.target)).toBe(planner.asPlanned);
});

test('what is typed right after a choice belongs to the figure just chosen', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  const [select] = panel.querySelectorAll('select');
  select!.value = 'revenue';
  select!.dispatchEvent(new Event('change', { bubbles: true }));
  const target = panel.querySelector('input')!;
  expect(target.value).toBe('40,500');
  target.value = '90000';
  target.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => words(panel)).toContain('Revenue: €90,000 by the end of month 12');
});

test('nothing is lost when the panel is closed', async () => {
  const element = await mountPlanner();
  await open(element, titles.goal);
  await number(goal.target).fill('45');
  await open(element, titles.goal);
  await open(element, titles.goal);
  await expect.element(number(goal.target)).toHaveValue('45');
});

describe('where something is uncertain it says how likely the goal is', () => {
  /** As the engine has it, with as many draws as the panel. */
  const likely = (element: RoiCalculator, target: number) =>
    goalLikelihood(
      campaignOf(element),
      { metric: 'customers', target, deadline: 12 },
      { draws: 2000, seed: 1 },
    );

  test('as planned, as asked, and what makes it 80 in 100', async () => {
    const element = await mountPlanner();
    await number('From opportunities to customers').fill('25/100');
    const panel = await open(element, titles.goal);
    await number(goal.target).fill('26');
    await expect.poll(() => words(panel)).toContain('“Leads” has to go from 300 to 347.');
    const { planned, asked, sureAt } = likely(element, 26);
    const [now, then] = [planned!, asked!].map((share) => Math.round(100 * share));
    await expect
      .poll(() => words(panel))
      .toContain(
        `How likely: as planned ${now} in 100, with what the goal asks ${then} in 100. With “Leads” at ${sureAt!.toFixed(0)} it is 80 in 100.`,
      );
    expect(now).toBeLessThan(then!);
  });

  test('a plan that is there already has one chance, and none of the draws is not never', async () => {
    const element = await mountPlanner();
    await enterUncertainty();
    const panel = await open(element, titles.goal);
    await number(goal.target).fill('5');
    await expect.poll(() => words(panel)).toContain('How likely: more than 99 in 100.');
    expect(words(panel)).not.toContain('80 in 100');
    await number(goal.target).fill('220');
    await expect.poll(() => words(panel)).toContain('as planned fewer than 1 in 100');
  });

  test('what no lever makes likely is said', async () => {
    const element = await mountPlanner();
    await enterUncertainty();
    const panel = await open(element, titles.goal);
    await number(goal.target).fill('40');
    await number(goal.budget).fill('6000');
    await expect
      .poll(() => words(panel))
      .toContain('Within the limits, no value of “Leads” makes it 80 in 100.');
    // A goal out of reach asks nothing of anybody: beside it stands the best there is.
    expect(words(panel)).toMatch(/How likely: as planned .+ in 100; with “Leads” at \d+, .+ in 100\./);
    expect(words(panel)).not.toContain('with what the goal asks');
  });

  test('it is told once, with the answer, when it has settled', async () => {
    const element = await mountPlanner();
    await enterUncertainty();
    const panel = await open(element, titles.goal);
    await expect.poll(() => words(panel)).toContain('How likely');
    const region = panel.querySelector('[role=status]')!;
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region.textContent!)).observe(region, { childList: true });
    await number(goal.target).click();
    await number(goal.target).fill('26');
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]).toMatch(/^On these numbers .* How likely: as planned \d+ in 100, .* 80 in 100\.$/);
    await new Promise((done) => setTimeout(done, 1200));
    expect(heard).toHaveLength(1);
  });

  test('while it is drawn no older chance stands beside the new answer', async () => {
    const element = await mountPlanner();
    await enterUncertainty();
    const panel = await open(element, titles.goal);
    await expect.poll(() => words(panel)).toContain('How likely');
    const shown: string[] = [];
    new MutationObserver(() => shown.push(words(panel))).observe(panel, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    await number(goal.target).fill('26');
    await expect.poll(() => words(panel)).toMatch(/Customers: 26 .* How likely/);
    const first = shown.find((each) => each.includes('Customers: 26'))!;
    expect(first).toContain(planner.forecast.drawing);
    expect(first).not.toContain('How likely');
  });
});

test.each([
  ['en', en, 'How likely: as planned '],
  ['it', it, 'Probabilità: come da piano '],
])('without uncertainty no chance is stated, and nothing is promised: %s', async (lang, locale, begins) => {
  const element = await mountPlanner(lang);
  const panel = await open(element, locale.planner.goal.title);
  await number(locale.planner.goal.target).fill('30');
  const places = { lever: locale.calculator.inputs.leads, from: '300', to: '400' };
  await expect.poll(() => words(panel)).toContain(fill(locale.planner.goal.reached, places));
  expect(words(panel)).not.toContain(begins);
  await enterUncertainty(locale.calculator);
  await expect.poll(() => words(panel)).toContain(begins);
});

test.each([
  ['en', en],
  ['it', it],
])('more volume that nothing pays for is said: %s', async (lang, locale) => {
  const element = await mountPlanner(lang);
  const panel = await open(element, locale.planner.goal.title);
  await number(locale.planner.goal.target).fill('30');
  await expect.poll(() => words(panel)).toContain(locale.planner.goal.inStep);
  await number(locale.calculator.inputs.media).fill('0');
  await expect.poll(() => words(panel)).toContain(locale.planner.goal.free);
  expect(words(panel)).not.toContain(locale.planner.goal.inStep);
});
