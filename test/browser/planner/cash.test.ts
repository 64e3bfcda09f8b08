import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { cash, planner } from '../../../src/locales/en.ts';
import { number } from '../../support/calculator-on-page.ts';
import { mountPlanner, open, words } from './planner-on-page.ts';

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
