import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { number } from '../../support/calculator-on-page.ts';
import { mountPlanner, open, words } from './planner-on-page.ts';

const { cash, planner } = en;

const labelsOf = (panel: HTMLElement) =>
  [...panel.querySelectorAll('svg text')].map((label) => label.textContent!.replaceAll('\u2060', '').trim());

test('the deepest point, the month it is paid back and the end are marked and named', async () => {
  const panel = await open(await mountPlanner(), cash.title);
  expect(labelsOf(panel)).toEqual(['−€6,800', 'Month 3', '€17,500']);
  expect(words(panel)).toContain(
    'The most you are out of pocket is €6,800, in month 1. Paid back in month 3.',
  );
});

test('paid back at the very end, one mark says both', async () => {
  const panel = await open(await mountPlanner(), cash.title);
  await number(planner.timing.months).fill('3');
  await expect.poll(() => labelsOf(panel)).toEqual(['−€6,800', 'Month 3: €17,500']);
});

test('what costs nothing is not said to be paid back', async () => {
  const element = await mountPlanner();
  for (const input of element.shadowRoot!.querySelectorAll<HTMLInputElement>(
    '[name=media], [name=salesPerOpportunity]',
  ))
    if (input.type === 'text') {
      input.value = '0';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  const panel = await open(element, cash.title);
  await expect.poll(() => labelsOf(panel)).toHaveLength(1);
  expect(words(panel)).not.toContain('aid back');
});

test('where colours are forced, the line of zero is drawn in the colour of the text', async () => {
  const element = await mountPlanner();
  const panel = await open(element, cash.title);
  const session = cdp() as unknown as { send(method: string, given: object): Promise<unknown> };
  const force = (value: string) =>
    session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await force('active');
  try {
    const { stroke } = getComputedStyle(panel.querySelector('.axis')!);
    expect(stroke).toBe(getComputedStyle(panel.querySelector('polyline')!).stroke);
  } finally {
    await force('none');
  }
});

test.each([
  [
    'en',
    en,
    'Not paid back within 2 months; with what comes later it is. Profit still to come after month 2: €24,300.',
    'Not paid back within 2 months, nor later.',
  ],
  [
    'it',
    it,
    'Entro 2 mesi non torna in pari; con ciò che arriva dopo, sì. Utile che arriva dopo il mese 2: 24.300 €.',
    'Non torna in pari entro 2 mesi, né dopo.',
  ],
])('what is paid back later is not “never”: %s', async (lang, locale, later, never) => {
  const panel = await open(await mountPlanner(lang), locale.cash.title);
  await number(locale.planner.timing.months).fill('2');
  await expect.poll(() => words(panel)).toContain(later);
  await number(locale.calculator.inputs.averageSale).fill('10');
  await expect.poll(() => words(panel)).toContain(never);
  expect(words(panel)).toContain(locale.cash.costs);
});

test('customers who stay for ever have no sum of what comes later', async () => {
  const panel = await open(await mountPlanner(), cash.title);
  await number(en.calculator.inputs.churn).fill('0');
  await expect
    .poll(() => words(panel))
    .toContain('After month 12 customers go on ordering, for as long as they stay.');
});
