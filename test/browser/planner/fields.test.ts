import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import { number } from '../../support/calculator-on-page.ts';
import { mountPlanner } from './planner-on-page.ts';

const { inputs } = en.calculator;

afterEach(async () => {
  document.adoptedStyleSheets = [];
  await page.viewport(1024, 768);
});

/** A font as wide as those of phones and of Linux. */
function asPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body { margin: 24px; font-family: "DejaVu Sans", Verdana, sans-serif }');
  document.adoptedStyleSheets = [sheet];
}

test.each([
  [1280, '1500000', '1,500,000'],
  [1280, '12345.67', '12,345.67'],
  [390, '8000-12000', '8,000–12,000'],
  [390, '1500000', '1,500,000'],
])('a number is seen whole beside its unit: at %i px %s', async (width, typed, shown) => {
  asPage();
  await page.viewport(width, 800);
  await mountPlanner();
  const field = number(inputs.averageSale);
  await field.fill(typed);
  await number(inputs.grossMargin).click();
  await expect.element(field).toHaveValue(shown);
  const input = field.element() as HTMLInputElement;
  expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth);
  const unit = input.parentElement!.querySelector('.unit')!.getBoundingClientRect();
  const { right, width: whole } = input.getBoundingClientRect();
  expect(unit.right).toBeLessThanOrEqual(right + 0.5);
  // What stands in it ends where the unit begins.
  const end = right - Number.parseFloat(getComputedStyle(input).paddingInlineEnd);
  expect(unit.left).toBeGreaterThanOrEqual(end - 2);
  expect(whole).toBeGreaterThan(140);
});
