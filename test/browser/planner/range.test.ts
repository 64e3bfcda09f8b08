import { expect, test } from 'vitest';
import { fill } from '../../../src/i18n/fill.ts';
import { formatPercent } from '../../../src/i18n/format.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import { planner } from '../../../src/locales/en.ts';
import { simulate } from '../../../src/roi/index.ts';
import { labels, number } from '../../support/calculator-on-page.ts';
import { campaignOf, enterUncertainty, mountPlanner, open, titles, words } from './planner-on-page.ts';

const format = formatter('en', 'EUR');

/** The sentence as the engine itself would have it. */
function sentenceOf(element: Parameters<typeof campaignOf>[0]): string {
  const { profit, lossChance } = simulate(campaignOf(element), { draws: 10_000, seed: 1 });
  return fill(lossChance ? planner.forecast.sentence : planner.forecast.noLoss, {
    low: format.money(profit!.p10),
    high: format.money(profit!.p90),
    chance: formatPercent(lossChance!, 'en', Math.abs(lossChance! - 0.5) > 0.49 ? 2 : 1),
    draws: '10,000',
  });
}

test('two equal ends are one sure number, and luck is told of only where there is something to draw', async () => {
  const panel = await open(await mountPlanner(), titles.range);
  await number(labels.media).fill('5000-5000');
  await expect.poll(() => words(panel)).toContain(planner.uncertainty.none);
  expect(words(panel)).not.toContain(planner.forecast.luck);
  await number(labels.media).fill('5000-5001');
  await expect.poll(() => words(panel)).toContain(planner.forecast.luck);
});

test('with nothing uncertain it says how to give it, and invents no percentage', async () => {
  const panel = await open(await mountPlanner(), titles.range);
  await expect.poll(() => words(panel)).toContain(planner.uncertainty.none);
  expect(words(panel)).toContain('12/240');
  expect(words(panel)).not.toMatch(/±|P10/);
});

test('costs and values as ranges give a range of profit and the chance of a loss', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.range);
  await expect.poll(() => words(panel)).toContain(sentenceOf(element));
  expect(panel.querySelectorAll('tbody svg .bar')).toHaveLength(2);
});

test('an answer that something uncertain went into says that it is an average', async () => {
  const element = await mountPlanner();
  const above = () => words(element.shadowRoot!.querySelector('[part=headline] .quiet')!);
  expect(above()).toContain('within 12 months');
  const average = fill(planner.uncertainty.average, { within: 'within 12 months' });
  expect(above()).not.toContain(average);
  await number(labels.media).fill('4000-6000');
  await expect.poll(above).toContain(average);
});

test('a rate as counts is drawn, and a change is drawn anew', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.range);
  await number('From opportunities to customers').fill('12/48');
  await expect.poll(() => words(panel)).toContain(sentenceOf(element));
  const before = sentenceOf(element);
  await number(labels.averageSale).fill('900');
  await expect.poll(() => words(panel)).toContain(sentenceOf(element));
  expect(sentenceOf(element)).not.toBe(before);
});

test('that every draw ends in a loss is no certainty', async () => {
  const element = await mountPlanner();
  const panel = await open(element, titles.range);
  await number(labels.leads).fill('200');
  await number(labels.media).fill('900000-990000');
  await expect.poll(() => words(panel)).toContain('each of 10,000 draws ends in a loss.');
  expect(words(panel)).not.toContain('100%');
});

test('the same numbers give the same answer', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  await number(labels.leads).fill('300');
  const panel = await open(element, titles.range);
  const shown = () => [...panel.querySelectorAll('td')].map(words);
  await expect.poll(shown).toHaveLength(6);
  const before = shown();
  await number(labels.leads).fill('30');
  await expect.poll(shown).not.toEqual(before);
  await number(labels.leads).fill('300');
  await expect.poll(shown).toEqual(before);
});

test('closed while it draws, it draws to the end once it is open again', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  await open(element, titles.range);
  const panel = await open(element, titles.range);
  await number(labels.leads).fill('200');
  await open(element, titles.range);
  await expect.poll(() => words(panel)).toContain(sentenceOf(element));
});

test('a result is read out to those who opened the panel, once it has settled; a change elsewhere has one voice', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.range);
  const region = panel.querySelector('[role=status]')!;
  await expect.poll(() => region.textContent).toBe(sentenceOf(element));
  const heard: string[] = [];
  new MutationObserver(() => heard.push(region.textContent!)).observe(region, { childList: true });
  await number(labels.averageSale).fill('1000');
  await expect.poll(() => words(panel)).toContain(sentenceOf(element));
  const headline = element.shadowRoot!.querySelector('.headline')!.textContent;
  await expect.poll(() => element.shadowRoot!.querySelector('output')!.textContent).toContain(headline);
  expect(heard).toEqual([]);
});

test('the figures of the pictures stand in a table', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.range);
  await expect.poll(() => panel.querySelectorAll('tbody tr').length).toBe(2);
  const { profit } = simulate(campaignOf(element), { draws: 10_000, seed: 1 });
  const cells = [...panel.querySelectorAll('tbody tr:first-child > *')].map(({ textContent }) =>
    textContent!.replace(/┃.*|\s+/g, ''),
  );
  expect(cells).toEqual(['Profit', ...[profit!.p10, profit!.p50, profit!.p90].map(format.money)]);
});

test('the panel says what the plan itself comes to, beside the range', async () => {
  const element = await mountPlanner();
  await enterUncertainty();
  const panel = await open(element, titles.range);
  const planned = element.calculation.results.profit!;
  await expect
    .poll(() => words(panel))
    .toContain(fill(planner.forecast.planned, { profit: format.money(planned) }));
});
