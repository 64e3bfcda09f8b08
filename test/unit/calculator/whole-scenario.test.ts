import { describe, expect, test } from 'vitest';
import type { calculatorOptions } from '../../../src/calculator/calculator-options.ts';
import { inputs } from '../../../src/calculator/inputs.ts';
import { presets } from '../../../src/calculator/presets.ts';
import type { Assumption, Scenario, Values } from '../../../src/calculator/scenario.ts';
import { guessIn, wholeScenario } from '../../../src/calculator/whole-scenario.ts';

type Settings = keyof typeof calculatorOptions;
type Owner = {
  [Name in Settings]?: Values | string | boolean | string[];
};

/** What counts where a person, an owner and a preset have said something. */
const wholeOf = (own: Partial<Scenario>, owner: Owner = {}, preset: Assumption = {}) =>
  wholeScenario(own, ((name: Settings) => owner[name]) as never, preset);

test('where nobody has said anything, our examples count', () => {
  const whole = wholeOf({});
  expect(whole).toMatchObject({
    mode: 'quick',
    start: 'leads',
    definition: 'margin',
    given: {},
    assumed: {},
  });
  expect(whole.values).toEqual(
    // A plan comes to its results, and does not begin with them.
    Object.fromEntries(
      Object.entries(inputs).map(([name, { arrival, isResult }]) => [name, isResult ? null : arrival]),
    ),
  );
});

test('a person’s word comes before the owner’s, the owner’s before the preset’s, that before our example', () => {
  const preset: Assumption = { start: 'clicks', values: { media: 1, clicks: 1, leadRate: 0.01, delay: 1 } };
  const owner = { values: { media: 2, clicks: 2, leadRate: 0.02 }, start: 'impressions', definition: 'roas' };
  const own = { values: { media: 3, clicks: 3 }, mode: 'full' } as const;
  const whole = wholeOf(own, owner, preset);
  expect(whole.values).toMatchObject({ media: 3, clicks: 3, leadRate: 0.02, delay: 1, averageSale: 1200 });
  expect(whole).toMatchObject({ start: 'clicks', definition: 'roas', mode: 'full' });
  expect(wholeOf({ ...own, start: 'leads' }, owner, preset).start).toBe('leads');
  expect(wholeOf({ ...own, start: null }, owner).start).toBe('impressions');
  expect(wholeOf({ ...own, definition: 'revenue' }, owner).definition).toBe('revenue');
});

test('what stood there before a person came is what they go back to', () => {
  const { usual } = wholeOf(
    { values: { media: 3, leads: 4 } },
    { values: { media: 2 } },
    { values: { leads: 150, media: 1 } },
  );
  expect(usual).toMatchObject({ media: 2, leads: 150, averageSale: 1200 });
});

describe('what the owner has fixed or hidden stays as the owner, or we, have set it', () => {
  test.each(['fixed', 'hides'])('%s', (how) => {
    const owner = { [how]: ['customerRate', 'delay', 'averageSale'], values: { averageSale: 800 } };
    const own = { values: { customerRate: 0.9, averageSale: 9, leads: 7 } };
    const whole = wholeOf(own, owner, presets.event);
    expect(whole.values).toMatchObject({ customerRate: 0.1, delay: 2, averageSale: 800, leads: 7 });
    expect(whole.assumed).toEqual({ leads: 150 });
    expect(whole.given).toEqual({ averageSale: 800, leads: 7 });
  });
});

describe('the choice between quick and full', () => {
  test.each<[string, Partial<Scenario>, Owner, string]>([
    ['is quick where nobody chose', {}, {}, 'quick'],
    ['is the owner’s', {}, { mode: 'full' }, 'full'],
    ['is the person’s before that', { mode: 'quick' }, { mode: 'full' }, 'quick'],
    ['is the owner’s alone where it was taken away', { mode: 'full' }, { noModes: true }, 'quick'],
    ['and there it may be full', { mode: 'quick' }, { noModes: true, mode: 'full' }, 'full'],
  ])('%s', (_, own, owner, mode) => {
    expect(wholeOf(own, owner).mode).toBe(mode);
  });
});

describe('the quick view has no room for impressions', () => {
  test('the clicks that they come to stand in their place', () => {
    const whole = wholeOf({ values: { impressions: 10_000, clickRate: 0.03 } }, { start: 'impressions' });
    expect(whole).toMatchObject({ start: 'clicks', values: { clicks: 300 }, given: { clicks: 300 } });
  });

  test('counts stand for their rate', () => {
    const clickRate = { hits: 1, of: 50 };
    const whole = wholeOf({ values: { impressions: 10_000, clickRate } }, { start: 'impressions' });
    expect(whole.values.clicks).toBe(200);
  });

  test.each<[string, Values]>([
    ['impressions alone', { impressions: 10_000 }],
    ['a rate alone', { clickRate: 0.5 }],
    ['clicks that do not count here', { clicks: 7 }],
  ])('they are nobody’s own where only %s were entered', (_, values) => {
    const whole = wholeOf({ values }, { start: 'impressions' });
    expect(whole.given).not.toHaveProperty('clicks');
    expect(guessIn('clicks', whole)).toBe('example');
  });

  test('in full, and from anywhere else, nothing is put in their place', () => {
    expect(wholeOf({ mode: 'full' }, { start: 'impressions' })).toMatchObject({
      start: 'impressions',
      values: { clicks: 4000 },
    });
    expect(wholeOf({ values: { clicks: 7 } }, { start: 'clicks' }).values.clicks).toBe(7);
  });
});

test('a guess has its name: ours, the preset’s, or none where somebody has said it or nothing is assumed', () => {
  const whole = wholeOf({ values: { media: 3 } }, { values: { averageSale: 7 } }, presets.event);
  expect(
    (['media', 'averageSale', 'leads', 'grossMargin', 'production', 'churn'] as const).map((name) =>
      guessIn(name, whole),
    ),
  ).toEqual([null, null, 'assumption', 'example', null, null]);
});
