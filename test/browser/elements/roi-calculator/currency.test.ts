import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { choice, headline, mountCalculator } from '../../../support/calculator-on-page.ts';
import '../../../../src/script.ts';

test('nobody is asked where the owner offers none', async () => {
  await mountCalculator('currency="GBP"');
  await expect.element(page.getByRole('group', { name: en.currency })).not.toBeInTheDocument();
});

test.each([
  ['en', en, 'For every $1'],
  ['it', it, 'Per ogni 1 $'],
] as const)(
  'the one that is chosen is that of every amount, and none is converted: %s',
  async (lang, words, one) => {
    const element = await mountCalculator('currencies="usd, GBP"', lang);
    const { results } = element.calculation;
    const offered = page.getByRole('group', { name: words.currency }).getByRole('radio').elements();
    expect(offered.map((radio) => (radio as HTMLInputElement).value)).toEqual(['EUR', 'USD', 'GBP']);
    await choice('USD').click();
    await expect.poll(() => headline(element)).toContain(one);
    expect(element.calculation.currency).toBe('USD');
    expect(element.calculation.results).toEqual(results);
  },
);

test('it is chosen by keyboard, still chosen after a reload, and the owner’s again after starting again', async () => {
  const element = await mountCalculator('id="kept-currency" currencies="USD"');
  (choice('EUR').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
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
  await expect.element(choice('USD')).not.toBeInTheDocument();
});
