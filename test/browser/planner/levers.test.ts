import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator, planner } from '../../../src/locales/en.ts';
import { number } from '../../support/calculator-on-page.ts';
import { enterUncertainty, mountPlanner, open, titles, words } from './planner-on-page.ts';

const bars = (panel: HTMLElement) => [...panel.querySelectorAll('ol > li')].map(words);

test('without intervals there is no tornado, and no made-up one', async () => {
  const panel = await open(await mountPlanner(), titles.levers);
  await expect.poll(() => words(panel)).toContain(planner.uncertainty.none);
  expect(bars(panel)).toEqual([]);
});

test('levers stand widest first, each with its owner in words and both ends with their result', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  await number('From opportunities to customers').fill('12/48');
  const panel = await open(element, titles.levers);
  await expect.poll(() => bars(panel).length).toBe(3);
  expect(bars(panel)[0]).toMatch(
    /^From opportunities to customers Sales at 1\d\.\d%: -?€[\d,]+ at 3\d\.\d%: €[\d,]+$/,
  );
  expect(bars(panel)[1]).toMatch(/^Average sale Both at €1,400: /);
  expect(bars(panel)[2]).toMatch(/^Advertising budget Marketing at €6,500: .* at €4,000: /);
  expect(words(panel)).toContain('What counts most: From opportunities to customers (Sales)');
});

test('each bar is a picture described in words, and the same figures stand in a table', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.levers);
  await expect.poll(() => panel.querySelectorAll('li svg[role=img]').length).toBe(2);
  for (const picture of panel.querySelectorAll('li svg[role=img]'))
    expect(picture.getAttribute('aria-label')).toMatch(/^Profit from -?€[\d,]+ to -?€[\d,]+$/);
  expect(panel.querySelectorAll('tbody tr')).toHaveLength(2);
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
  await number(calculator.inputs.averageSale).fill('1400–2200');
  const panel = await open(element, titles.levers);
  const figures = page.getByRole('group', { name: planner.levers.question });
  await figures.getByText(calculator.definitions.margin).click();
  await number(calculator.inputs.media).fill('0');
  await number(calculator.inputs.salesPerOpportunity).fill('0');
  await expect.poll(() => words(panel)).toContain(calculator.noAnswer);
  await figures.getByText(calculator.figures.profit).click();
  await expect.poll(() => bars(panel)[0]).toMatch(/^Average sale Both/);
});
