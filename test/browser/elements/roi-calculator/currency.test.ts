import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { headline, mountCalculator } from '../../../support/calculator-on-page.ts';
import '../../../../src/script.ts';

const choice = (label = en.currency) => page.getByRole('combobox', { name: label });

test('nobody is asked where the owner offers none', async () => {
  await mountCalculator('currency="GBP"');
  await expect.element(choice()).not.toBeInTheDocument();
});

test.each([
  ['en', en, 'USD · US Dollar', 'For every $1'],
  ['it', it, 'USD · dollaro statunitense', 'Per ogni 1 $'],
] as const)(
  'the one that is chosen is that of every amount, and none is converted: %s',
  async (lang, words, name, one) => {
    const element = await mountCalculator('currencies="usd, GBP"', lang);
    const { results } = element.calculation;
    const options = () => [...(choice(words.currency).element() as HTMLSelectElement).options];
    expect(options().map(({ value }) => value)).toEqual(['EUR', 'USD', 'GBP']);
    await choice(words.currency).selectOptions(name);
    await expect.poll(() => headline(element)).toContain(one);
    expect(element.calculation.currency).toBe('USD');
    expect(element.calculation.results).toEqual(results);
  },
);

test('it is chosen by keyboard, and still chosen after a reload', async () => {
  const element = await mountCalculator('id="kept-currency" currencies="USD"');
  choice().element().focus();
  await choice().selectOptions('USD · US Dollar');
  await expect.poll(() => element.calculation.currency).toBe('USD');
  const again = element.cloneNode(true) as typeof element;
  element.replaceWith(again);
  await again.updateComplete;
  expect(again.calculation.currency).toBe('USD');
  await page.getByRole('button', { name: en.reset }).click();
  await expect.poll(() => again.calculation.currency).toBe('EUR');
});

test('what is no code is named to the owner, and nothing is offered', async () => {
  const told: unknown[] = [];
  const hear = (event: Event) => told.push((event as CustomEvent).detail);
  document.addEventListener('unisono-problem', hear);
  await mountCalculator('currencies="USD euros"');
  document.removeEventListener('unisono-problem', hear);
  expect(told).toEqual([{ option: 'currencies', expected: 'ISO 4217 codes such as EUR USD' }]);
  await expect.element(choice()).not.toBeInTheDocument();
});
