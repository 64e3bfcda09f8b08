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
  await expect.element(number(labels.media)).toHaveValue('5,000');
});

test.each([
  ['media', labels.media, '100'],
  ['grossMargin', labels.grossMargin, '1'],
  ['leads', labels.leads, '1'],
])('a step from nothing is one that matters: %s', async (name, label, stands) => {
  const element = await mountCalculator();
  await number(label).fill('0');
  await userEvent.click(steppers(element, name).more);
  await expect.element(number(label)).toHaveValue(stands);
});

test('steppers and slider are for pointers: neither the keyboard nor a screen reader meets the same thing twice', async () => {
  const element = await mountCalculator();
  for (const control of Object.values(steppers(element, 'media'))) {
    expect(control.tabIndex).toBe(-1);
    expect(control.getAttribute('aria-hidden')).toBe('true');
    expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  }
  expect(steppers(element, 'media').more.getBoundingClientRect()).toMatchObject({ width: 44 });
});

test('what was counted is not stepped over, and what the owner has fixed has no steppers', async () => {
  const element = await mountCalculator('fixed="grossMargin"');
  await number(labels.customerRate).fill('12/240');
  const { less, more, slider } = steppers(element, 'customerRate');
  expect([less, more, slider].every(({ disabled }) => disabled)).toBe(true);
  expect(steppers(element, 'grossMargin').more).toBeNull();
});

test('a text that could not be read gives way to the step', async () => {
  const element = await mountCalculator();
  await number(labels.media).fill('a lot');
  await userEvent.click(steppers(element, 'media').more);
  await expect.element(number(labels.media)).toHaveValue('5,100');
  await expect.element(number(labels.media)).not.toHaveAttribute('aria-invalid');
});
