import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { calculator, cash, planner, share } from '../../../src/locales/en.ts';
import { choice, labels, mountCalculator, number, openFigures } from '../../support/calculator-on-page.ts';
import { mountPlanner, open } from './planner-on-page.ts';

const { funnel, forecast, levers, goal, actual } = planner;
const titles = [
  calculator.more,
  ...[funnel, cash, forecast, levers, goal, actual, share].map(({ title }) => title),
];
/** The whole name, and the sign behind it, whose empty alternative the browser knows and this tool does not. */
const named = (title: string) => new RegExp(`^${title}\\W*$`);
const place = (title: string) => page.getByRole('button', { name: named(title) });
const shown = ({ shadowRoot }: RoiCalculator) =>
  [...shadowRoot!.querySelectorAll('.place')].map((each) => each.previousElementSibling!.textContent!.trim());

test('each place is a heading and a button that says whether it is open; the figures are open at first', async () => {
  const element = await mountPlanner();
  for (const title of titles) {
    await expect.element(page.getByRole('heading', { name: named(title), level: 3 })).toBeVisible();
    await expect.element(place(title)).toHaveAttribute('aria-expanded', `${title === calculator.more}`);
  }
  expect(shown(element)).toEqual([calculator.more]);
});

test('whoever goes to a place leaves the one before, and a second press closes it', async () => {
  const element = await mountPlanner();
  for (const title of titles) {
    await open(element, title);
    expect(shown(element)).toEqual([title]);
  }
  await place(share.title).click();
  await expect.poll(() => shown(element)).toEqual([]);
  await expect.element(place(share.title)).toHaveAttribute('aria-expanded', 'false');
});

test('places are gone to by keyboard, and the focus stays on the title that was pressed', async () => {
  const element = await mountPlanner();
  await expect.element(place(funnel.title)).toBeVisible();
  (place(funnel.title).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown(element)).toEqual([funnel.title]);
  expect(element.shadowRoot!.activeElement).toBe(place(funnel.title).element());
  // Past what scrolls in it, to the next title.
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.poll(() => shown(element)).toEqual([cash.title]);
  expect(element.shadowRoot!.activeElement).toBe(place(cash.title).element());
});

test('what is shown follows the numbers, and what is not is worked out once somebody goes there', async () => {
  const element = await mountPlanner();
  await open(element, goal.title);
  await number(labels.leads).fill('600');
  await open(element, funnel.title);
  const stages = () => element.shadowRoot!.querySelector('[data-panel=funnel] tbody tr')!.textContent;
  expect(stages()).toContain('600');
  await number(labels.leads).fill('700');
  await expect.poll(stages).toContain('700');
});

test('in a wide place the inputs stand beside the answer, whose places stand in rows; in a narrow one all is a sequence', async () => {
  await page.viewport(1280, 900);
  const element = await mountPlanner();
  const box = (selector: string) => element.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
  expect(box('.answer').left).toBeGreaterThan(box('.inputs').right);
  expect(box('.results').left).toBe(box('.answer').left);
  expect(box('[name=funnel]').top).toBe(box('[name=figures]').top);
  expect(box('.results').top).toBeLessThan(box('.inputs').bottom);
  await page.viewport(390, 800);
  await expect.poll(() => box('.inputs').top >= box('.answer').bottom).toBe(true);
  expect(box('.results').top).toBeGreaterThanOrEqual(box('.inputs').bottom);
  expect(box('[name=funnel]').top).toBeGreaterThan(box('.place').bottom - 1);
  await page.viewport(1024, 768);
});

test('the quick calculator has its figures one step away, and no places', async () => {
  const element = await mountCalculator();
  await openFigures();
  expect(element.shadowRoot!.querySelector('.places')).toBeNull();
  await choice(calculator.modes.full).click();
  await expect.element(place(funnel.title)).toBeVisible();
});
