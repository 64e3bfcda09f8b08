import { describe, expect, test } from 'vitest';
import { addressed, addresseeOf } from '../../../../src/calculator/share/link-addressee.ts';
import {
  isScenario,
  parseScenario as parse,
  scenarioText,
} from '../../../../src/calculator/share/scenario-text.ts';

const parseScenario = (text: string) => parse(text, ['goal', 'actual', 'levers']);
const valuesOf = (text: string) => parseScenario(`unisono=1&${text}`)!.scenario.values;

test('a scenario is a text that a person can read', () => {
  const text = scenarioText({
    mode: 'full',
    start: 'clicks',
    definition: 'roas',
    preset: null,
    values: {
      media: { low: 4000, likely: 5000, high: 6000 },
      leadRate: { hits: 12, of: 240 },
      churn: null,
      leads: 0,
    },
    entries: { 'goal-metric': 'roi', 'goal-customers': 30, 'goal-lever': 'rate:leads', 'goal-budget': null },
  });
  expect(text).toBe(
    'unisono=1&mode=full&start=clicks&definition=roas&volume=follows&media=4000~6000&leadRate=12/240&churn=&leads=0' +
      '&goal-metric=roi&goal-customers=30&goal-lever=rate:leads',
  );
  expect(parseScenario(text)).toEqual({
    unread: [],
    scenario: {
      mode: 'full',
      start: 'clicks',
      definition: 'roas',
      values: {
        media: { low: 4000, likely: 5000, high: 6000 },
        leadRate: { hits: 12, of: 240 },
        churn: null,
        leads: 0,
      },
      entries: { 'goal-metric': 'roi', 'goal-customers': 30, 'goal-lever': 'rate:leads' },
    },
  });
});

test('nothing decided is nothing but the version', () => {
  expect(scenarioText({})).toBe('unisono=1');
  expect(parseScenario('unisono=1')).toEqual({ unread: [], scenario: { values: {}, entries: {} } });
});

test.each([
  ['unisono=1&leads=5', true, true],
  ['unisono=2&leads=5', true, false],
  ['unisono=&leads=5', true, false],
  ['unisono', false, false],
  ['leads=5', false, false],
  ['leads=5&unisono=1', false, true],
  ['prices', false, false],
  ['', false, false],
])('%j means to be a scenario: %s; is one of this version: %s', (text, means, is) => {
  expect(isScenario(text)).toBe(means);
  expect(parseScenario(text) !== null).toBe(is);
});

describe('a number of a link is one that its field would take', () => {
  test.each<[string, unknown]>([
    ['media=5000', 5000],
    ['media=0', 0],
    ['media=0.5', 0.5],
    ['media=1e12', 1e12],
    ['customerRate=1', 1],
    ['customerRate=12/240', { hits: 12, of: 240 }],
    ['customerRate=0/1', { hits: 0, of: 1 }],
    ['customerRate=240/240', { hits: 240, of: 240 }],
    ['churn=', null],
    ['averageSale=100~300', { low: 100, likely: 200, high: 300 }],
    ['averageSale=100~100', { low: 100, likely: 100, high: 100 }],
    ['months=120', 120],
    ['delay=2.5', 2.5],
  ])('%s', (text, value) => {
    expect(Object.values(valuesOf(text)!)).toEqual([value]);
    expect(parseScenario(`unisono=1&${text}`)!.unread).toEqual([]);
  });

  test.each([
    ['a rate above one', 'customerRate=1.01'],
    ['a rate in percent', 'grossMargin=60'],
    ['less than nothing', 'media=-1'],
    ['more than all there is', 'media=1e13'],
    ['hardly anything', 'media=1e-10'],
    ['words', 'media=many'],
    ['two points', 'media=1.2.3'],
    ['nothing, where something must be', 'media='],
    ['more hits than there were', 'customerRate=241/240'],
    ['hits of nothing', 'customerRate=0/0'],
    ['hits less than none', 'customerRate=-1/240'],
    ['halves of hits', 'customerRate=1.5/3'],
    ['of halves', 'customerRate=1/3.5'],
    ['more than can be counted', 'customerRate=1/1000000000001'],
    ['counts of what is no rate', 'leads=12/240'],
    ['counts without an end', 'customerRate=12/'],
    ['three counts', 'customerRate=1/2/3'],
    ['a range that goes down', 'media=6000~4000'],
    ['a range with a low that is none', 'media=-1~4000'],
    ['a range with a high that is none', 'media=4000~1e13'],
    ['a range with no end', 'media=4000~'],
    ['a range of a rate', 'customerRate=0.1~0.2'],
    ['a range of a volume', 'leads=100~200'],
    ['a range of months', 'months=1~2'],
    ['no whole month', 'months=2.5'],
    ['no month at all', 'months=0'],
    ['more months than ten years', 'months=121'],
    ['an input that there is not', 'budget=5000'],
    ['what every object has', 'constructor=1'],
    ['a prototype', '__proto__=1'],
  ])('%s is left out, and it is said that something is missing', (_, text) => {
    expect(parseScenario(`unisono=1&leads=7&${text.replace('leads', 'clicks')}`)).toEqual({
      unread: [text.replace('leads', 'clicks').split('=')[0]],
      scenario: { values: { leads: 7 }, entries: {} },
    });
  });
});

describe('a choice is one that there is', () => {
  test.each([
    ['mode=full', { mode: 'full' }],
    ['start=impressions', { start: 'impressions' }],
    ['definition=total-cost', { definition: 'total-cost' }],
    ['preset=event', { preset: 'event' }],
    ['currency=USD', { currency: 'USD' }],
  ])('%s', (text, choice) => {
    expect(parseScenario(`unisono=1&${text}`)).toEqual({
      unread: [],
      scenario: { ...choice, values: {}, entries: {} },
    });
  });

  test.each([
    'mode=huge',
    'start=sessions',
    'definition=roi',
    'preset=none',
    'preset=toString',
    'currency=euros',
    'mode=',
  ])('%s is none', (text) => {
    expect(parseScenario(`unisono=1&${text}`)).toEqual({
      unread: [text.split('=')[0]],
      scenario: { values: {}, entries: {} },
    });
  });
});

describe('an entry of a panel is a number or a name', () => {
  test.each<[string, unknown]>([
    ['goal-customers=30', 30],
    ['goal-profit=-30.5', -30.5],
    ['actual-leads=1e12', 1e12],
    ['levers-metric=roi', 'roi'],
    ['goal-lever=cost:media', 'cost:media'],
    [`goal-lever=${'a'.repeat(41)}`, 'a'.repeat(41)],
  ])('%s', (text, entry) => {
    const { scenario, unread } = parseScenario(`unisono=1&${text}`)!;
    expect([Object.values(scenario.entries!), unread]).toEqual([[entry], []]);
  });

  test.each([
    'goal-customers=',
    'goal-customers=1e13',
    'goal-customers=-1e13',
    'goal-lever=<b>',
    'goal-lever=:x',
    `goal-lever=${'a'.repeat(42)}`,
    'cash-month=3',
    'goal=30',
    'goal-=30',
    'goal-a b=30',
    'x-goal-customers=30',
  ])('%s is none', (text) => {
    expect(parseScenario(`unisono=1&${text}`)).toEqual({
      unread: [text.split('=')[0]],
      scenario: { values: {}, entries: {} },
    });
  });
});

test('a link says which calculator it is for, and its scenario knows nothing of that', () => {
  const link = addressed('unisono=1&leads=5', 'plan & co=1');
  expect(addresseeOf(link)).toBe('plan & co=1');
  expect(parseScenario(link)).toEqual({ unread: [], scenario: { values: { leads: 5 }, entries: {} } });
});

test('one without a name is for any', () => {
  expect(addressed('unisono=1&leads=5', '')).toBe('unisono=1&leads=5');
  expect(addresseeOf('unisono=1&leads=5')).toBeNull();
});
