import '../../../../src/define.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import {
  comesBack,
  headline,
  labels,
  mountCalculator,
  number,
  openFigures,
} from '../../../support/calculator-on-page.ts';

test('the answer follows every key', async () => {
  const element = await mountCalculator();
  const seen: number[] = [];
  element.addEventListener('input', async () => {
    await element.updateComplete;
    seen.push(comesBack(element));
  });
  await number(labels.leads).click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard('250');
  await expect.poll(() => seen).toEqual([2, 25, 250].map((leads) => Math.round((leads * 72) / 50) / 100));
});

test('each input moves it', async () => {
  const element = await mountCalculator();
  const entries = [
    // Half the money buys half the leads, until somebody says how many there are.
    [labels.media, '2500', 2.88],
    [labels.leads, '200', 5.76],
    [labels.leads, '100', 2.88],
    [labels.customerRate, '20', 5.76],
    [labels.averageSale, '600', 2.88],
    [labels.grossMargin, '30', 1.44],
  ] as const;
  for (const [label, text, back] of entries) {
    await number(label).fill(text);
    expect(comesBack(element), label).toBe(back);
  }
});

// 5,000 spent, 24,000 of revenue, 9,600 of it for the goods.
const backs = { margin: 2.88, 'total-cost': 1.64, revenue: 4.8, roas: 4.8 };

describe.each(Object.entries(backs))('under the definition %s', (definition, back) => {
  const name = definition as keyof typeof backs;

  test.each([
    ['en', en, '€1', `€${back.toFixed(2)}`],
    ['it', it, '1\u00a0€', `${back.toFixed(2).replace('.', ',')}\u00a0€`],
  ])('the answer is a sentence of its own: %s', async (lang, messages, one, amount) => {
    const element = await mountCalculator(`definition="${definition}"`, lang);
    const sentence = fill(messages.sentences[name], { one, back: amount, comes: messages.comes });
    expect(headline(element)).toContain(sentence.replace(/\s+/g, ' '));
    expect(element.calculation.definition).toBe(definition);
  });

  test('and a person can choose it by its full name, with its figure beside it', async () => {
    const element = await mountCalculator();
    await openFigures();
    const choice = page.getByRole('radio', { name: en.definitions[name] });
    await choice.click();
    await expect.element(choice).toBeChecked();
    await element.updateComplete;
    expect(comesBack(element)).toBe(back);
    expect(element.calculation.definition).toBe(definition);
  });
});

describe('an answer that does not exist says why in a few words', () => {
  test.each([
    [labels.media, en.reasons['no-cost']],
    [labels.averageSale, null],
  ])('%s at zero', async (label, reason) => {
    const element = await mountCalculator();
    await number(labels.leads).fill('200');
    await number(label).fill('0');
    expect(headline(element)).not.toMatch(/NaN|Infinity|undefined|null/);
    if (reason) expect(headline(element)).toContain(reason);
    const figures = element.shadowRoot!.textContent!;
    expect(figures).not.toMatch(/NaN|Infinity|∞|undefined/);
    expect(
      Object.values(element.calculation.results).every((value) => value === null || Number.isFinite(value)),
    ).toBe(true);
  });

  test('everything at zero', async () => {
    const element = await mountCalculator();
    for (const label of [
      labels.media,
      labels.leads,
      labels.customerRate,
      labels.averageSale,
      labels.grossMargin,
    ])
      await number(label).fill('0');
    expect(element.shadowRoot!.textContent).not.toMatch(/NaN|Infinity|∞|undefined|-0/);
  });

  test('everything as large as can be entered', async () => {
    const element = await mountCalculator();
    for (const label of [labels.media, labels.leads, labels.averageSale])
      await number(label).fill('999999999999');
    await number(labels.customerRate).fill('100');
    expect(element.shadowRoot!.textContent).not.toMatch(/NaN|Infinity|∞|undefined|e\+/);
  });
});

describe('a person who knows the clicks starts from the clicks', () => {
  const start = (value: string) => page.getByRole('radio', { name: value, exact: true });

  test('and finds on coming back what they had typed', async () => {
    const element = await mountCalculator();
    await number(labels.leads).fill('300');
    await start(en.inputs.clicks).click();
    await number(labels.clicks).fill('9000');
    await number(labels.leadRate).fill('2');
    expect(comesBack(element)).toBe(2.59);
    expect(element.calculation.inputs).toMatchObject({ funnel: [{ name: 'clicks', volume: 9000 }, {}, {}] });

    await start(en.inputs.leads).click();
    await expect.element(number(labels.leads)).toHaveValue('300');
    expect(comesBack(element)).toBe(4.32);
    await start(en.inputs.clicks).click();
    await expect.element(number(labels.clicks)).toHaveValue('9,000');
    await expect.element(number(labels.leadRate)).toHaveValue('2');
  });

  test('or the owner starts them there', async () => {
    await mountCalculator('start="clicks"');
    await expect.element(start(en.inputs.clicks)).toBeChecked();
    await expect.element(number(labels.leadRate)).toBeVisible();
  });
});

describe.each([
  ['en', en],
  ['it', it],
])('a figure whose question does not arise, in %s', (lang, messages) => {
  const payback = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=figure]')].find(
      (figure) => figure.querySelector('summary span')!.textContent === messages.figures.cacPayback,
    )!;
  const shown = (element: Element) => payback(element).querySelector('p')!.textContent;

  test('says when it does, and shows no formula', async () => {
    const element = await mountCalculator('', lang);
    expect(payback(element).querySelector('strong')!.textContent).toBe(messages.reasons['not-recurring']);
    expect(shown(element)).toBe(messages.onlyMonthly);
  });

  test('shows its formula once customers order monthly', async () => {
    const element = await mountCalculator('', lang);
    element.config = { values: { churn: 0.05 } };
    await element.updateComplete;
    expect(shown(element)).toContain('250 ÷');
    expect(shown(element)).not.toContain(messages.onlyMonthly);
  });
});
