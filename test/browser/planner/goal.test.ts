import { expect, test } from 'vitest';
import { calculator, planner } from '../../../src/locales/en.ts';
import { planForGoal } from '../../../src/roi/index.ts';
import { labels, note, number } from '../../support/calculator-on-page.ts';
import { campaignOf, choice, mountPlanner, open, titles, words } from './planner-on-page.ts';

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

test('a goal within reach says what marketing and sales must each deliver, in total and a month', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.goal);
  await number(goal.target).fill('45');
  await number(goal.deadline).fill('10');
  await expect.poll(() => words(panel)).toContain('Customers: 45 by the end of month 10');
  expect(words(panel)).toContain('Within reach. Leads: from 300 to 600.');
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
  await expect.poll(() => words(panel)).toContain('The plan does better as it stands: €302.22.');
  expect(words(panel)).not.toMatch(/Within reach|Levers that would/);
  expect(line(panel, 'Marketing', 'Leads')).toEqual([300, 300]);
});

test('less of a loss is a goal, too', async () => {
  await mountPlanner();
  await number(labels.averageSale).fill('100');
  await open(document.querySelector('roi-calculator')!, titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.profit);
  await expect.element(number(goal.target)).toHaveValue('-5450');
  await number(goal.target).fill('-1000');
  await number(goal.deadline).click();
  await expect.element(number(goal.target)).toHaveValue('-1000');
  expect(note(goal.target)).toBe('planned: −€5,450');
});

test('a little more than planned is more than planned', async () => {
  const panel = await open(await mountPlanner(), titles.goal);
  await choice(goal.metric).selectOptions(calculator.figures.revenue);
  await number(goal.target).fill('42000');
  await choice(goal.vary).selectOptions(calculator.inputs.ordersPerCustomer);
  await expect.poll(() => words(panel)).toContain('Within reach. Orders per customer: from 1 to 1.04.');
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
  await expect.poll(() => words(panel)).toContain('From opportunities to customers: from 0% to 11.1%.');
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
  await expect.poll(() => words(panel)).toContain('From opportunities to customers: from 25% to 50%.');
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
  expect(target.value).toBe('40500');
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
