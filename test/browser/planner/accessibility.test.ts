import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { axeFindingsHere, nothing } from '../../support/axe-here.ts';
import { number } from '../../support/calculator-on-page.ts';
import { enterUncertainty, mountPlanner, open, words } from './planner-on-page.ts';

const languages = [
  ['en', en],
  ['it', it],
] as const;

/** Of every panel, in order. */
const titlesOf = ({ calculator, cash, planner, share }: typeof en) => [
  calculator.more,
  planner.funnel.title,
  ...[cash, planner.forecast, planner.levers, planner.goal, planner.actual, share].map(({ title }) => title),
];

test.each(languages)('axe finds nothing while nothing is uncertain: %s', async (lang, locale) => {
  const element = await mountPlanner(lang);
  for (const title of titlesOf(locale)) {
    await open(element, title);
    expect(await axeFindingsHere(element), title).toEqual(nothing);
  }
});

test.each(languages)('axe finds nothing in any panel with results and errors: %s', async (lang, locale) => {
  const { calculator, planner } = locale;
  const element = await mountPlanner(lang);
  await enterUncertainty(calculator);
  await open(element, planner.goal.title);
  await number(planner.goal.target).fill('45');
  await number(planner.goal.budget).fill('8000');
  await number(planner.goal.deadline).fill('x');
  expect(await axeFindingsHere(element)).toEqual(nothing);
  await open(element, planner.actual.title);
  const counts = page.getByRole('group', { name: planner.actual.counts }).last();
  await counts.getByRole('textbox').first().fill('200');
  await counts.getByRole('textbox').nth(1).fill('250');
  await expect.poll(() => element.shadowRoot!.querySelector('.parts')).not.toBeNull();
  expect(await axeFindingsHere(element)).toEqual(nothing);
  await open(element, planner.forecast.title);
  await expect.poll(() => element.shadowRoot!.querySelector('.parts')).not.toBeNull();
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test.each(languages)('at 320 px nothing is cut off or runs out of the page: %s', async (lang, locale) => {
  const { calculator } = locale;
  await page.viewport(320, 700);
  const element = await mountPlanner(lang);
  await enterUncertainty(calculator);
  for (const title of titlesOf(locale)) {
    await open(element, title);
    await expect.poll(() => element.shadowRoot!.querySelector('[aria-busy=true]')).toBeNull();
    expect(document.documentElement.scrollWidth, title).toBeLessThanOrEqual(320);
    for (const input of element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[inputmode]'))
      expect(input.scrollWidth, input.name).toBeLessThanOrEqual(input.clientWidth);
    for (const text of element.shadowRoot!.querySelectorAll('svg text')) {
      const { left, right } = text.getBoundingClientRect();
      expect(left, text.textContent!).toBeGreaterThanOrEqual(0);
      expect(Math.floor(right), text.textContent!).toBeLessThanOrEqual(320);
    }
  }
  await page.viewport(1024, 768);
});

test('a goal is set by keyboard alone', async () => {
  const { planner } = en;
  const element = await mountPlanner();
  element.shadowRoot!.querySelector<HTMLElement>('button[name=goal]')!.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(number(planner.goal.target)).toBeVisible();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}45');
  await userEvent.tab();
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}10');
  await expect
    .poll(() => words(element.shadowRoot!.querySelector('[data-panel=goal]')!))
    .toContain('Customers: 45 by the end of month 10');
});

test('a panel says its news once somebody pauses, not on every key', async () => {
  const element = await mountPlanner();
  const panel = await open(element, en.planner.goal.title);
  const region = panel.querySelector('[role=status]')!;
  const heard: string[] = [];
  new MutationObserver(() => heard.push(region.textContent!)).observe(region, { childList: true });
  await userEvent.click(number(en.planner.goal.target));
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}450');
  await expect.poll(() => heard).toEqual(['On these numbers “Leads” has to go from 300 to 6,000.']);
});
