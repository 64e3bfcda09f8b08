import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';

/** The steppers and the slider of an input, which pointers alone use. */
const steppers = (element: HTMLElement, name: string) => {
  const find = <T extends Element>(rest: string) =>
    element.shadowRoot!.querySelector<T>(`[name=${name}]${rest}`)!;
  return {
    less: find<HTMLButtonElement>('[value="-1"]'),
    more: find<HTMLButtonElement>('[value="1"]'),
    slider: find<HTMLInputElement>('[type=range]'),
  };
};

test('a press on a stepper moves the number by one step, as the arrow keys do', async () => {
  const element = await mountCalculator();
  const { less, more } = steppers(element, 'media');
  await userEvent.click(more);
  await expect.element(number(labels.media)).toHaveValue('5,100');
  await userEvent.click(less);
  await userEvent.click(less);
  await expect.element(number(labels.media)).toHaveValue('4,900');
  await userEvent.type(number(labels.media), '{ArrowUp}');
  await expect.element(number(labels.media)).toHaveValue('5000');
});

test.each([
  ['0', '{ArrowUp}', '1'],
  ['1250', '{ArrowUp}', '1300'],
  ['1250', '{ArrowDown}', '1200'],
  ['5050', '{ArrowUp}', '5100'],
  ['10000', '{ArrowDown}', '9900'],
  ['9900', '{ArrowUp}', '10000'],
  ['1.5', '{ArrowUp}', '2'],
  ['1', '{ArrowDown}', '0'],
  ['0', '{ArrowDown}', '0'],
  ['999999999999', '{ArrowUp}', '1000000000000'],
])('a step goes to the next round number: from %s by %s to %s', async (from, key, to) => {
  await mountCalculator();
  await number(labels.media).fill(from);
  await userEvent.type(number(labels.media), key);
  await expect.element(number(labels.media)).toHaveValue(to);
});

test.each([
  ['12.5', '{ArrowUp}', '13'],
  ['5', '{ArrowUp}', '5.1'],
  ['100', '{ArrowUp}', '100'],
])('and so in percent: from %s by %s to %s', async (from, key, to) => {
  await mountCalculator();
  await number(labels.grossMargin).fill(from);
  await userEvent.type(number(labels.grossMargin), key);
  await expect.element(number(labels.grossMargin)).toHaveValue(to);
});

test('steppers and slider are for pointers: the keyboard does not meet the same thing twice', async () => {
  const element = await mountCalculator();
  for (const control of Object.values(steppers(element, 'media'))) {
    expect(control.tabIndex).toBe(-1);
    // A click gives the slider the focus, so it has a name; a stepper takes none.
    expect(control.getAttribute('aria-hidden') || control.ariaLabel).toMatch(/^(true|Advertising budget …)$/);
    expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  }
  expect(steppers(element, 'media').more.getBoundingClientRect()).toMatchObject({ width: 44 });
});

test('what was counted is not stepped over, and what the owner has fixed has no steppers', async () => {
  const element = await mountCalculator('fixed="grossMargin"');
  await number(labels.customerRate).fill('12/240');
  expect(Object.values(steppers(element, 'customerRate'))).toEqual([null, null, null]);
  expect(steppers(element, 'grossMargin').more).toBeNull();
});

test('a text that could not be read gives way to the step', async () => {
  const element = await mountCalculator();
  await number(labels.media).fill('a lot');
  await userEvent.click(steppers(element, 'media').more);
  await expect.element(number(labels.media)).toHaveValue('5100');
  await expect.element(number(labels.media)).toHaveAttribute('aria-invalid', 'false');
});
