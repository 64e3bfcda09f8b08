import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator, planner } from '../../../src/locales/en.ts';
import { amounts, campaignOf, mountPlanner, open, titles, words } from './planner-on-page.ts';

const { actual } = planner;

/** A field of the panel: the calculator above has some of the same name. */
const field = (group: string, label: string) =>
  page.getByRole('group', { name: group }).last().getByRole('textbox', { name: label, exact: true });
const count = (label: string) => field(actual.counts, label);
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
  await count('Customers').fill('15');
  await field(actual.spent, calculator.inputs.media).fill('5600');
  await expect.poll(() => effects(panel, 'tbody').length).toBeGreaterThan(2);
  const [planned, happened] = amounts(words(panel.querySelector('.objective-title')!));
  const parts = effects(panel, 'tbody');
  const total = effects(panel, 'tfoot tr:last-child')[0]!;
  // Each is rounded on its own.
  expect(Math.abs(parts.reduce((sum, part) => sum + part) - total)).toBeLessThanOrEqual(parts.length / 2);
  expect(Math.abs(happened! - planned! - total)).toBeLessThanOrEqual(1);
  const owners = effects(panel, 'tfoot tr:not(:last-child)');
  expect(Math.abs(owners.reduce((sum, part) => sum + part) - total)).toBeLessThanOrEqual(2);
  expect(words(panel.querySelector('table.parts')!)).toMatch(
    /From opportunities to customers Sales .* → .* −€/,
  );
});

test('whoever enters fewer leads alone gives nobody credit for customers that nobody counted', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.actual);
  await count('Leads').fill('150');
  await expect.poll(() => words(panel)).toContain(planner.atPlannedRate);
  const before = Number((count('Customers').element() as HTMLInputElement).value);
  const { funnel } = campaignOf(element);
  const rates = funnel.slice(1).reduce((product, { rate }) => product * (rate as number), 1);
  expect(before).toBeCloseTo(150 * rates, 1);
  expect(words(panel.querySelector('table.parts')!)).not.toMatch(/From .* Sales .*\+€/);
});

test('entries of two panels at once are both kept', async () => {
  const element = await mountPlanner();
  await open(element, titles.goal);
  await open(element, titles.actual);
  for (const [name, value] of [
    ['goal-budget', '9000'],
    ['actual-month', '4'],
    ['goal-capacity', '20'],
  ]) {
    const input = element.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    input.value = value!;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await element.updateComplete;
  await expect.element(page.getByLabelText(planner.goal.budget)).toHaveValue('9000');
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
  await expect.element(count('Customers')).toHaveValue('0');
  await expect.element(count('Opportunities')).toHaveValue('90');
  await count('Leads').fill('300');
  expect(words(panel)).toContain(actual.same);
});

test('a later stage above an earlier one is pointed out, without blame', async () => {
  const panel = await open(await mountPlanner(), titles.actual);
  await count('Opportunities').fill('200');
  await expect.poll(() => words(panel)).toContain('More opportunities than MQL: periods may overlap');
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
