import '../../../../src/define.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { visit } from '../../../../src/visit/visit.ts';
import {
  choice,
  comesBack,
  headline,
  labels,
  mountCalculator,
  note,
  number,
  openFigures,
} from '../../../support/calculator-on-page.ts';
import { recompute } from '../../../support/recompute.ts';

const asked = [labels.media, labels.leads, labels.customerRate, labels.averageSale, labels.grossMargin];

test('the answer stands on arrival, and says that it is an example', async () => {
  const element = await mountCalculator();
  // 5,000 spent, 200 leads, of whom 10 % buy for 1,200 with a margin of 60 %: 14,400 comes back.
  expect(headline(element)).toBe(
    `${en.definitions.margin} · within 12 months · ${en.exampleResult} ${fill(en.sentences.margin, { one: '€1', back: '€2.88', comes: en.comes })}`,
  );
  const { calculation } = element;
  expect(calculation.results).toMatchObject({ roi: 1.88, profit: 9400, cpl: 25, cac: 250 });
  expect(recompute(calculation)).toEqual(calculation.results);
});

test('each number on arrival is marked as an example until it is touched, and the answer until the last one is', async () => {
  const element = await mountCalculator();
  expect(asked.map(note)).toEqual(asked.map(() => en.example));
  await number(labels.media).click();
  await userEvent.keyboard('{ArrowUp}');
  for (const [at, label] of asked.entries()) {
    expect(headline(element)).toContain(en.exampleResult);
    await number(label).fill(`${at + 10}`);
    expect(note(label)).not.toContain(en.example);
  }
  expect(headline(element)).not.toContain(en.exampleResult);
  expect(headline(element)).toContain(en.definitions.margin);
});

test('a number of one’s own that no longer counts leaves an answer of examples, and says so', async () => {
  const element = await mountCalculator();
  for (const label of asked) await number(label).fill('60');
  expect(headline(element)).not.toContain(en.exampleResult);
  await choice(en.inputs.clicks).click();
  expect(note(labels.clicks)).toBe(en.example);
  expect(headline(element)).toContain(en.exampleResult);
  await number(labels.clicks).fill('500');
  await number(labels.leadRate).fill('4');
  expect(headline(element)).not.toContain(en.exampleResult);
});

test('impressions of one’s own at a click rate of ours are clicks of nobody’s', async () => {
  const element = await mountCalculator('mode="full" start="impressions"');
  await number(labels.impressions).fill('1000');
  await choice(en.modes.quick).click();
  expect(note(labels.clicks)).toBe(en.example);
  expect(headline(element)).toContain(en.exampleResult);
});

describe('a calculation travels with a lead', () => {
  beforeEach(() => visit.keep(undefined));

  test('not when somebody looks at our example under another definition', async () => {
    await mountCalculator();
    await openFigures();
    await choice(new RegExp(`^${en.definitions.revenue}`)).click();
    expect(visit.read().calculation).toBeUndefined();
  });

  test('not when the one number of their own does not count', async () => {
    await mountCalculator('start="clicks"');
    await number(labels.clicks).fill('500');
    visit.keep(undefined);
    await choice(en.inputs.leads).click();
    expect(visit.read().calculation).toBeUndefined();
    await number(labels.leads).fill('20');
    expect(visit.read().calculation).toBeDefined();
  });
});

test.each([
  ['en', en],
  ['it', it],
])('it speaks the language of the page: %s', async (lang, messages) => {
  const element = await mountCalculator('', lang);
  expect(element.shadowRoot!.querySelector('h2')!.textContent).toBe(messages.heading);
  expect(headline(element)).toContain(messages.exampleResult);
  await expect.element(number(messages.inputs.media)).toHaveValue(lang === 'it' ? '5.000' : '5,000');
});

test('every figure under its name says what it is and where it comes from', async () => {
  const element = await mountCalculator();
  const figures = [...element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('[part=figure]')];
  const cpl = figures.find((figure) => figure.textContent!.includes(en.figures.cpl))!;
  expect(cpl.querySelector('summary')!.textContent).toContain('€25');
  cpl.open = true;
  expect(cpl.querySelector('p')!.textContent).toContain('5,000');
});

test('the owner’s values count on arrival and are not called an example', async () => {
  const values = { media: 2000, averageSale: 500, grossMargin: 0.5 };
  const child = `<script type="application/json">${JSON.stringify({ values })}</script>`;
  const element = await mountCalculator('', 'en', child);
  expect(comesBack(element)).toBe((200 * 0.1 * 500 * 0.5) / 2000);
  await expect.element(number(labels.grossMargin)).toHaveValue('50');
  expect(note(labels.media)).not.toContain(en.example);
  expect(note(labels.leads)).toBe(en.example);
});

test.each([
  ['en', en],
  ['it', it],
] as const)('what a word means stands beside its field, and is read out with it: %s', async (lang, words) => {
  await mountCalculator('', lang);
  for (const name of ['leads', 'grossMargin'] as const)
    await expect
      .element(number(words.inputs[name]))
      .toHaveAccessibleDescription(expect.stringContaining(words.hints[name]!));
});
