import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fill } from '../../../src/i18n/fill.ts';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { explainVariance } from '../../../src/roi/index.ts';
import { number } from '../../support/calculator-on-page.ts';
import { amounts, campaignOf, mountPlanner, open, titles, words } from './planner-on-page.ts';

const { calculator, planner } = en;
const { actual } = planner;

/** A field of the panel: the calculator above has some of the same name. */
const field = (group: string, label: string) =>
  page.getByRole('group', { name: group }).last().getByRole('textbox', { name: label, exact: true });
/** A count, by what its stage is called in a language. */
const countIn = ({ planner: { actual } }: typeof en, label: string) => field(actual.counts, label);
const count = (label: string) => countIn(en, label);
const month = () => page.getByRole('textbox', { name: actual.asOf });

/** The effects of the parts, their sum by owner, and the sum of all, as shown. */
const effects = (panel: HTMLElement, rows: string) =>
  [...panel.querySelectorAll(`table.parts ${rows} td:last-child`)].map((cell) => amounts(words(cell))[0]!);

test('until something is entered, all is as planned', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await expect.poll(() => words(panel)).toContain(actual.same);
  expect(panel.querySelector('table.parts')).toBeNull();
});

test('the gap is split by stage under its owner, and the parts sum to it', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await count('Leads').fill('240');
  await count('Customers').fill('8');
  await field(actual.spent, calculator.inputs.media).fill('5600');
  await expect.poll(() => effects(panel, 'tbody').length).toBeGreaterThan(2);
  const title = words(panel.querySelector('.objective-title')!);
  expect(title).toMatch(/^Profit within 12 months: .* in the plan, .* as it now looks\.$/);
  const [planned, happened] = amounts(title);
  const parts = effects(panel, 'tbody');
  const total = effects(panel, 'tfoot tr:last-child')[0]!;
  // Each is rounded on its own.
  expect(Math.abs(parts.reduce((sum, part) => sum + part) - total)).toBeLessThanOrEqual(parts.length / 2);
  expect(Math.abs(happened! - planned! - total)).toBeLessThanOrEqual(1);
  const owners = effects(panel, 'tfoot tr:not(:last-child)');
  expect(Math.abs(owners.reduce((sum, part) => sum + part) - total)).toBeLessThanOrEqual(2);
  expect(words(panel.querySelector('table.parts')!)).toMatch(
    /From leads to customers Both · stages between not measured .* → .* −€/,
  );
});

test.each([
  ['en', en, 'not measured · planned by then: 22.5'],
  ['it', it, 'non misurato · nel piano per allora: 22,5'],
])(
  'what is left empty says that it is not measured, and what was planned by then: %s',
  async (lang, locale, says) => {
    const { actual, cash } = { ...locale.planner, cash: locale.planner.actual.cash };
    const panel = await open(await mountPlanner(lang), actual.title);
    const find = (label: string) => countIn(locale, label);
    await find(locale.calculator.inputs.leads).fill('150');
    expect(words(panel)).toContain(says);
    await expect.poll(() => panel.querySelector('tbody')).not.toBeNull();
    await expect.element(find(locale.calculator.stages.customers)).toHaveValue('');
    // Half as many are half as many customers at the plan's rates: nobody gets credit for what nobody counted.
    expect(words(panel.querySelector('tbody')!)).not.toMatch(/\+/);
    expect(words(panel)).toContain(cash.slice(0, cash.indexOf('{')));
  },
);

test('cash so far stands beside how it now looks, which counts what is still to come', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.actual);
  await month().fill('1');
  await count('Leads').fill('330');
  await expect.poll(() => words(panel)).toContain('as it now looks');
  const { plannedProfit, actualProfit, toDate } = explainVariance(
    campaignOf(element),
    { ...campaignOf(element), funnel: [{ name: 'leads', volume: 330 }] },
    { asOf: 1 },
  );
  expect(amounts(words(panel.querySelector('.objective-title')!))).toEqual(
    [plannedProfit, actualProfit].map(Math.round),
  );
  // Nobody has bought yet, and more leads are no plus in cash so far.
  expect(toDate.actual).toBeLessThan(0);
  expect(words(panel)).toContain('Cash by the end of month 1: −€');
  expect(words(panel)).toContain(planner.actual.rest);
  await month().fill('12');
  await expect.poll(() => words(panel)).not.toContain(planner.actual.rest);
  expect(actualProfit).toBeGreaterThan(plannedProfit);
});

test.each([
  ['en', en],
  ['it', it],
])('a part that may be chance says so in words, and names nobody: %s', async (lang, locale) => {
  const panel = await open(await mountPlanner(lang), locale.planner.actual.title);
  const { actual } = locale.planner;
  const find = (label: string) => countIn(locale, label);
  await find(locale.calculator.stages.opportunities).fill('90');
  await find(locale.calculator.stages.customers).fill('21');
  await expect.poll(() => words(panel.querySelector('tbody')!)).toContain(actual.chance);
  const row = [...panel.querySelectorAll('tbody tr')].find((each) => words(each).includes(actual.chance))!;
  expect(words(row)).not.toContain(locale.calculator.owners.sales);
  expect(row.className).not.toMatch(/sales|marketing|shared/);
  const footer = words(panel.querySelector('tfoot')!);
  expect(footer).toContain(actual.chance);
  expect(footer).not.toContain(locale.calculator.owners.sales);
  expect(words(panel)).toContain(actual.luck);
  // Nine of ninety are nobody's luck.
  await find(locale.calculator.stages.customers).fill('9');
  await expect.poll(() => words(panel)).not.toContain(actual.luck);
});

test('what is entered into one panel is kept while another is open', async () => {
  const element = await mountPlanner();
  await open(element, titles.goal);
  await page.getByLabelText(planner.goal.budget).fill('9000');
  await open(element, titles.actual);
  await month().fill('4');
  await open(element, titles.goal);
  await page.getByLabelText(fill(planner.goal.capacity, { stage: '' })).fill('20');
  await expect.element(page.getByLabelText(planner.goal.budget)).toHaveValue('9,000');
  await open(element, titles.actual);
  await expect.element(month()).toHaveValue('4');
});

test('what moved is shown from plan to actual, and what did not move is not shown', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await field(actual.spent, calculator.inputs.media).fill('5600');
  await expect.poll(() => words(panel)).toContain('Advertising budget Marketing €5,000 → €5,600 −€600');
  expect(effects(panel, 'tbody')).toEqual([-600]);
});

test('as of an early month, deals that are not due are not missed', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await month().fill('1');
  await expect.poll(() => words(panel)).toContain('Customers not measured · planned by then: 0');
  expect(words(panel)).toContain('Opportunities not measured · planned by then: 90');
  await count('Leads').fill('300');
  await count('Customers').fill('0');
  expect(words(panel)).toContain(actual.same);
});

test('a later stage above an earlier one is pointed out, without blame', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await count('MQL').fill('180');
  await count('Opportunities').fill('200');
  await expect.poll(() => words(panel)).toContain('More opportunities than MQL: periods may overlap');
});

test.each([
  ['en', en],
  ['it', it],
])('customers who come before they are due are pointed out: %s', async (lang, locale) => {
  const { actual } = locale.planner;
  const panel = await open(await mountPlanner(lang), actual.title);
  const find = (label: string) => countIn(locale, label);
  await page.getByRole('textbox', { name: actual.asOf }).fill('1');
  await find(locale.calculator.inputs.leads).fill('300');
  await find(locale.calculator.stages.customers).fill('22');
  const end = actual.early.slice(actual.early.indexOf('}') + 1);
  await expect.poll(() => words(panel.querySelector('.objective')!)).toContain(end);
  await expect.poll(() => words(panel.querySelector('[role=status]')!)).toContain(end);
  await page.getByRole('textbox', { name: actual.asOf }).fill('12');
  await expect.poll(() => words(panel.querySelector('.objective')!)).not.toContain(end);
});

test('what is doubtful about the numbers stands before anybody is named', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await count('MQL').fill('180');
  await count('Opportunities').fill('200');
  await expect.poll(() => words(panel)).toContain('periods may overlap');
  const said = words(panel.querySelector('.objective')!);
  expect(said.indexOf('periods may overlap')).toBeLessThan(said.indexOf('comes from:'));
  await expect
    .poll(() => words(panel.querySelector('[role=status]')!))
    .toContain('More opportunities than MQL: periods may overlap');
});

test.each([
  ['en', en],
  ['it', it],
])('a plan that still holds examples says so: %s', async (lang, locale) => {
  const { actual } = locale.planner;
  const { inputs, stages } = locale.calculator;
  const element = await mountPlanner(lang);
  const panel = await open(element, actual.title);
  await countIn(locale, stages.customers).fill('8');
  const said = () => words(panel.querySelector('.objective')!);
  // All other numbers are the page's.
  await expect.poll(said).toContain(actual.guessed);
  await expect.poll(() => panel.querySelector('[role=status]')?.textContent).toContain(actual.guessed);
  await number(inputs.grossMargin).first().fill('55');
  expect(said()).toContain(actual.guessed);
  await number(inputs.ordersPerCustomer).fill('1');
  await expect.poll(said).not.toContain(actual.guessed);
});

test('a wrong number keeps what was typed and says what is expected', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await count('Leads').fill('-3');
  await expect.element(count('Leads')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(count('Leads')).toHaveValue('-3');
  expect(words(panel)).toContain(calculator.errors.negative);
  await count('Leads').fill('300');
  await expect.element(count('Leads')).toHaveAttribute('aria-invalid', 'false');
});
