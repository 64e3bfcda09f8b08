import '../../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import {
  choice,
  comesBack,
  headline,
  labels,
  mountCalculator,
  note,
  number,
} from '../../../support/calculator-on-page.ts';
import { recompute } from '../../../support/recompute.ts';

const costsOf = (element: { calculation: { inputs: Record<string, unknown> } }) =>
  element.calculation.inputs.costs;

test('a person can go from the quick calculator to the whole funnel and back, and loses nothing', async () => {
  const element = await mountCalculator();
  await number(labels.leads).fill('300');
  const before = comesBack(element);
  await choice(en.modes.full).click();
  expect(comesBack(element)).toBe(before);
  await number(labels.agency).fill('1000');
  expect(comesBack(element)).toBe(3.6);

  await choice(en.modes.quick).click();
  expect(comesBack(element), 'what was entered counts').toBe(3.6);
  await expect.element(number(labels.agency)).toHaveValue('1,000');
  await expect.element(number(labels.production)).not.toBeInTheDocument();
  await choice(en.modes.full).click();
  await expect.element(number(labels.agency)).toHaveValue('1,000');
});

test('a text that cannot be read stays in sight with its error when somebody goes to the quick calculator', async () => {
  const element = await mountCalculator('mode="full"');
  await number(labels.agency).fill('about a thousand');
  await choice(en.modes.quick).click();
  await expect.element(number(labels.agency)).toHaveValue('about a thousand');
  expect(note(labels.agency)).toContain(en.errors.number);
  expect(headline(element)).toContain(en.lastResult);
  await number(labels.agency).fill('1000');
  expect(comesBack(element)).toBe(2.4);
});

test('the quick calculator has six inputs at most, wherever it starts, and answers the same as the full funnel', async () => {
  const element = await mountCalculator('mode="full" start="impressions"');
  await number(labels.impressions).fill('100,000');
  const before = comesBack(element);
  await choice(en.modes.quick).click();
  await expect.element(number(labels.clicks)).toHaveValue('2,000');
  expect(element.shadowRoot!.querySelectorAll('input[inputmode]')).toHaveLength(6);
  expect(comesBack(element)).toBe(before);
  await choice(en.modes.full).click();
  await expect.element(number(labels.impressions)).toHaveValue('100,000');

  await choice(en.modes.quick).click();
  await number(labels.clicks).fill('3000');
  await choice(en.modes.full).click();
  await expect.element(number(labels.clicks)).toHaveValue('3,000');
});

test.each([
  ['en', en, '12 months'],
  ['it', it, '12 mesi'],
])(
  'it says once how many months count, and where customers order monthly what of it: %s',
  async (lang, messages, months) => {
    const element = await mountCalculator('mode="full"', lang);
    expect(headline(element)).toContain(` · ${fill(messages.within, { months })} · `);
    const monthly = page.getByText(messages.monthly);
    await expect.element(monthly).not.toBeInTheDocument();
    await number(messages.inputs.averageSale).fill('50');
    await number(messages.inputs.churn).fill('5');
    await expect.element(monthly).toBeVisible();
  },
);

test.each([
  ['en', en, 'counts as €245 on average'],
  ['it', it, 'in media vale 245\u00a0€'],
])('what is entered as a range says what it counts as: %s', async (lang, messages, words) => {
  const element = await mountCalculator('', lang);
  await number(messages.inputs.averageSale).fill('90-400');
  expect(note(messages.inputs.averageSale)).toBe(words);
  expect(element.calculation.results.revenue).toBeCloseTo(20 * 245);
  await number(messages.inputs.averageSale).fill('200');
  expect(note(messages.inputs.averageSale)).toBe('');
});

test.each([
  ['en', en],
  ['it', it],
])('the figures stand under who reads them, and the chosen ROI under both: %s', async (lang, messages) => {
  const element = await mountCalculator('mode="full" start="impressions"', lang);
  const lens = (owner: string) => element.shadowRoot!.querySelector<HTMLElement>(`.lens.${owner}`)!.innerText;
  const { figures, definitions } = messages;
  expect(lens('shared')).toContain(definitions.margin);
  for (const name of ['profit', 'cac'] as const) expect(lens('shared')).toContain(figures[name]);
  for (const name of ['ctr', 'cpl', 'breakEvenRoas'] as const)
    expect(lens('marketing')).toContain(figures[name]);
  expect(lens('marketing')).not.toContain(figures.breakEvenRoasAllCosts);
  for (const name of ['revenue', 'ltvToCac', 'cacPayback'] as const)
    expect(lens('sales')).toContain(figures[name]);
  await number(messages.inputs.sales).fill('1000');
  await expect.poll(() => lens('marketing')).toContain(figures.breakEvenRoasAllCosts);
  expect(lens('marketing')).toContain(figures.breakEvenRoas);
});

test('each input says whose it is', async () => {
  await mountCalculator('mode="full"');
  expect(note(labels.media)).toContain(en.owners.marketing);
  expect(note(labels.sales)).toContain(en.owners.sales);
  expect(note(labels.customerRate)).toContain(en.owners.sales);
});

test('stages between leads and customers come in when they have a rate', async () => {
  const element = await mountCalculator('mode="full"');
  const mql = fill(en.rate, { from: en.inputs.leads, to: en.stages.mql });
  await number(mql).fill('50');
  expect(element.calculation.inputs).toMatchObject({
    funnel: [{ name: 'leads' }, { name: 'mql', rate: 0.5 }, { name: 'customers' }],
  });
  expect(comesBack(element)).toBe(1.44);
  await number(mql).fill('');
  expect(comesBack(element)).toBe(2.88);
  expect(headline(element)).not.toContain(en.lastResult);
});

describe('what has been seen can be entered as it was seen', () => {
  test.each(['12/240', '12 of 240', '12 su 240', '12 von 240'])('a rate as counts: %s', async (counts) => {
    const element = await mountCalculator();
    await number(labels.customerRate).fill(counts);
    expect(element.calculation.inputs).toMatchObject({ funnel: [{}, { rate: { hits: 12, of: 240 } }] });
    expect(comesBack(element)).toBe(1.44);
    expect(recompute(element.calculation)).toEqual(element.calculation.results);
  });

  test('an amount as a range', async () => {
    const element = await mountCalculator();
    await number(labels.media).fill('4,000–6,000');
    expect(costsOf(element)).toMatchObject({ media: { low: 4000, high: 6000 } });
    expect(recompute(element.calculation)).toEqual(element.calculation.results);
  });

  test.each([
    [labels.customerRate, '13/12', en.errors.counts],
    [labels.customerRate, '1/0', en.errors.counts],
    [labels.customerRate, '1.5/3', en.errors.counts],
    [labels.customerRate, '/', en.errors.counts],
    [labels.customerRate, '1/10000000000000000', en.errors.counts],
    [labels.media, '6,000–4,000', en.errors.range],
    [labels.media, '4,000–', en.errors.number],
    [labels.media, '4,000–x', en.errors.number],
    [labels.leads, '1/2', en.errors.number],
  ])('%s: “%s” is told what is wrong', async (label, text, error) => {
    const element = await mountCalculator();
    const before = comesBack(element);
    await number(label).fill(text);
    expect(note(label)).toBe(error);
    expect(comesBack(element)).toBe(before);
  });
});

describe('by keyboard', () => {
  test('the arrow keys step a number', async () => {
    const element = await mountCalculator();
    await number(labels.leads).click();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(number(labels.leads)).toHaveValue('210');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(number(labels.leads)).toHaveValue('190');
    expect(comesBack(element)).toBe(2.74);
  });

  test('and never leave what is possible', async () => {
    await mountCalculator();
    await number(labels.customerRate).fill('100');
    await number(labels.customerRate).click();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(number(labels.customerRate)).toHaveValue('100');
    await number(labels.leads).fill('0');
    await number(labels.leads).click();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(number(labels.leads)).toHaveValue('0');
  });
});

test('starting again brings the example back', async () => {
  const element = await mountCalculator();
  await number(labels.leads).fill('many');
  await number(labels.media).fill('1');
  await choice(en.inputs.clicks).click();
  await page.getByRole('button', { name: en.reset }).click();
  await expect.element(number(labels.leads)).toHaveValue('200');
  expect(headline(element)).toContain(en.exampleResult);
  expect(comesBack(element)).toBe(2.88);
});

describe('an owner can', () => {
  test('fix an input: it is shown and cannot be changed', async () => {
    const element = await mountCalculator('fixed="grossMargin"');
    await expect.element(number(labels.grossMargin)).toHaveAttribute('readonly');
    await number(labels.grossMargin).click();
    await userEvent.keyboard('{ArrowUp}9');
    expect(comesBack(element)).toBe(2.88);
  });

  test('hide an input: its value counts all the same', async () => {
    const element = await mountCalculator('hides="grossMargin"');
    await expect.element(number(labels.grossMargin)).not.toBeInTheDocument();
    expect(comesBack(element)).toBe(2.88);
  });

  test('leave out the switch to the full funnel', async () => {
    await mountCalculator('no-modes');
    await expect.element(choice(en.modes.full)).not.toBeInTheDocument();
  });
});

test.each(['impressions', 'clicks', 'leads'])(
  'the full funnel from %s recomputes, whatever is entered',
  async (start) => {
    const element = await mountCalculator(`mode="full" start="${start}"`);
    const fields = page.getByRole('textbox').elements() as HTMLInputElement[];
    expect(fields.length).toBeGreaterThan(12);
    for (const [at, field] of fields.entries()) {
      field.value = String(at + 1);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await element.updateComplete;
    expect(headline(element)).not.toContain(en.lastResult);
    const { calculation } = element;
    expect(recompute(calculation)).toEqual(calculation.results);
    expect(
      Object.values(calculation.results).every((value) => value === null || Number.isFinite(value)),
    ).toBe(true);
  },
);
