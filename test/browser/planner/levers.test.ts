import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { number } from '../../support/calculator-on-page.ts';
import { amounts, enterUncertainty, mountPlanner, open, titles, words } from './planner-on-page.ts';

const { calculator, planner } = en;

/** The volume stays as it is, whatever is spent. */
const hold = (words = calculator) => page.getByRole('checkbox', { name: words.follows }).click();
const bars = (panel: HTMLElement) => [...panel.querySelectorAll('tbody tr')].map(words);

test.each([
  ['en', en, '±10%'],
  ['it', it, '±10%'],
])('without uncertainty each moves by an equal step, which it says: %s', async (lang, locale, step) => {
  const panel = await open(await mountPlanner(lang), locale.planner.levers.title);
  await expect.poll(() => bars(panel).length).toBeGreaterThan(5);
  for (const bar of bars(panel)) expect(bar).toContain(step);
  // No agency is paid: ten per cent more of nothing moves nothing.
  expect(words(panel.querySelector('tbody')!)).not.toContain(locale.calculator.inputs.agency);
});

test.each([
  ['en', en, 'These count most, and all the same:', '(Both)', '(Sales)'],
  ['it', it, 'Contano più di tutto, e allo stesso modo:', '(Entrambi)', '(Vendite)'],
])('of several that are as wide, none is named alone: %s', async (lang, locale, ...said) => {
  await mountPlanner(lang).then((element) => open(element, locale.planner.levers.title));
  const sentence = () =>
    words(
      document.querySelector('roi-calculator')!.shadowRoot!.querySelector('[data-panel=levers] .plan > p')!,
    );
  for (const part of said) await expect.poll(sentence).toContain(part);
});

test.each([
  ['en', en],
  ['it', it],
])('what has a range of its own moves over that, and says so: %s', async (lang, locale) => {
  const element = await mountPlanner(lang);
  await enterUncertainty(locale.calculator);
  await hold(locale.calculator);
  const panel = await open(element, locale.planner.levers.title);
  await expect.poll(() => bars(panel).length).toBeGreaterThan(5);
  const own = bars(panel).filter((bar) => bar.includes(locale.planner.levers.own));
  expect(own.map((bar) => bar.slice(0, bar.indexOf('·'))).sort()).toEqual(
    [
      `${locale.calculator.inputs.averageSale} ${locale.calculator.owners.shared} `,
      `${locale.calculator.inputs.media} ${locale.calculator.owners.marketing} `,
    ].sort(),
  );
});

test('levers stand widest first, each with its owner in words and both ends with their result', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  await hold();
  await number('From opportunities to customers').fill('12/48');
  const panel = await open(element, titles.levers);
  await expect
    .poll(() => bars(panel)[0])
    .toMatch(
      /^From opportunities to customers Sales · in 8 of 10 cases at 1\d\.\d%: -?€[\d,]+ at 3\d\.\d%: €[\d,]+$/,
    );
  expect(words(panel)).toContain('What counts most: From opportunities to customers (Sales)');
  const media = bars(panel).find((bar) => bar.startsWith('Advertising budget'))!;
  // The middle 80 % of what was entered, and the higher cost for the lower profit.
  expect(media).toMatch(/ at €5,\d{3}: €.* at €4,\d{3}: €/);
});

test('a volume that follows its budget brings it along: the budget alone is no lever, nor is it one for a goal', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.levers);
  const media = () => bars(panel).filter((bar) => bar.startsWith(calculator.inputs.media));
  await expect.poll(() => bars(panel).length).toBeGreaterThan(5);
  expect(media()).toEqual([]);
  // Half as many for half as much: a tenth more brings a tenth more of all that it brings.
  const { profit } = element.calculation.results;
  const leads = bars(panel).find((bar) => bar.startsWith(calculator.inputs.leads))!;
  expect(amounts(leads).map((amount) => Math.round((100 * amount) / profit!))).toEqual([90, 110]);

  await hold();
  await expect.poll(media).toHaveLength(1);
});

test('each row has a bar, whose figures stand beside it', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.levers);
  await expect.poll(() => panel.querySelectorAll('tbody svg .bar').length).toBeGreaterThan(5);
  expect(panel.querySelectorAll('tbody svg .bar')).toHaveLength(panel.querySelectorAll('tbody tr').length);
  for (const bar of bars(panel)) expect(bar).toMatch(/at .+: -?€[\d,]+ at .+: -?€[\d,]+$/);
});

test('another figure can be looked at: the return under the pinned definition', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.levers);
  await page
    .getByRole('group', { name: planner.levers.question })
    .getByText(calculator.definitions.margin)
    .click();
  await expect.poll(() => bars(panel)[0]).toMatch(/: -?[\d.,]+%.*: [\d.,]+%$/);
});

test('a return that does not exist without costs can be left again for profit', async () => {
  const element = await mountPlanner();
  await number(calculator.inputs.leads).fill('200');
  await number(calculator.inputs.averageSale).fill('1400–2200');
  const panel = await open(element, titles.levers);
  const figures = page.getByRole('group', { name: planner.levers.question });
  await figures.getByText(calculator.definitions.margin).click();
  await number(calculator.inputs.media).fill('0');
  await number(calculator.inputs.salesPerOpportunity).fill('0');
  await expect.poll(() => words(panel)).toContain(calculator.noAnswer);
  await figures.getByText(calculator.figures.profit).click();
  await expect.poll(() => bars(panel).join(' ')).toMatch(/Average sale Both/);
});
