import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptScenario, scenarioKept } from '../../../src/calculator/kept-scenario.ts';
import { presets } from '../../../src/calculator/presets.ts';
import type { Assumption, Scenario, Values } from '../../../src/calculator/scenario.ts';
import { parseScenario, scenarioText } from '../../../src/calculator/share/scenario-text.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';

const wholeOf = (own: Partial<Scenario>, owner: Record<string, unknown> = {}, preset: Assumption = {}) =>
  wholeScenario(own, ((name: string) => owner[name]) as never, preset);

/** How many leads there are where a person has decided this. */
const leads = (own: Partial<Scenario>, owner = {}, preset = {}) => wholeOf(own, owner, preset).values.leads;

/** The rule once more, in whole numbers that never round: so many hundredths for so many cents. */
const oracle = (count: bigint, paid: bigint, budget: bigint) => (count * budget * 1000n) / paid;

describe('what the money buys follows the budget', () => {
  test.each([
    [10_000, 400],
    [5000, 200],
    [1250, 50],
    [0, 0],
  ])('%d buys %d leads', (media, count) => {
    expect(leads({ values: { media } })).toBe(count);
    expect(wholeOf({ values: { media } }).volume).toBe('follows');
  });

  test('as exactly as whole numbers say, whatever was entered for whatever budget', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (count, boughtFor, media) => {
        const bought = leads({ values: { media, leads: count }, boughtFor, volume: 'follows' }) as number;
        const exact = Number(oracle(BigInt(count), BigInt(boughtFor), BigInt(media))) / 1000;
        expect(Math.abs(bought - exact)).toBeLessThan(0.001 + 1e-9 * exact);
      }),
    );
  });

  test('and comes back with the budget, to the last digit', () => {
    for (const media of [7000, 3333.33, 1, 5000]) leads({ values: { media } });
    expect(leads({ values: { media: 5000 } })).toBe(200);
    expect(leads({ values: { media: 3, leads: 7 }, boughtFor: 3, volume: 'follows' })).toBe(7);
  });

  test('from the owner’s budget and number, or the preset’s', () => {
    expect(leads({ values: { media: 500 } }, { values: { media: 1000, leads: 30 } })).toBe(15);
    expect(wholeOf({ values: { media: 2500 } }, {}, presets.search).values.clicks).toBe(1250);
  });

  test('a range of budgets buys what its mean does', () => {
    const media = { low: 4000, likely: 6000, high: 8000 };
    expect(leads({ values: { media } })).toBe(240);
  });

  test('no more than can be counted, and nothing rather than next to nothing', () => {
    expect(wholeOf({ values: { media: 1e12 }, start: 'impressions', mode: 'full' }).values.impressions).toBe(
      1e12,
    );
    expect(leads({ values: { media: 1e-9 } })).toBe(0);
  });

  test('where the owner pays for no advertising, it is what it was', () => {
    expect(leads({ values: { media: 500 } }, { values: { media: 0, leads: 30 } })).toBe(30);
  });

  test('impressions that are shown as their clicks follow, too', () => {
    expect(wholeOf({ values: { media: 2500 } }, { start: 'impressions' }).values.clicks).toBe(2000);
  });
});

describe('a number that somebody wrote is held', () => {
  const values: Values = { media: 3000, leads: 300 };

  test('until it is to follow, and is what it was when it is held again', () => {
    expect(wholeOf({ values, boughtFor: 6000 })).toMatchObject({ volume: 'held', values: { leads: 300 } });
    expect(leads({ values, boughtFor: 6000, volume: 'follows' })).toBe(150);
    expect(leads({ values, boughtFor: 6000, volume: null })).toBe(300);
  });

  test.each(['fixed', 'hides'])('and so is one that the owner %s, which nobody can let go', (how) => {
    const owner = { [how]: ['leads'] };
    expect(wholeOf({ values: { media: 1 }, volume: 'follows' }, owner)).toMatchObject({
      volume: null,
      values: { leads: 200 },
    });
  });

  test('another stage than the one it was written for follows', () => {
    expect(wholeOf({ values, start: 'clicks' })).toMatchObject({
      volume: 'follows',
      values: { clicks: 2400 },
    });
  });

  test('of one that came without its budget, only what changes from now on can follow', () => {
    expect(leads({ values, volume: 'follows' })).toBe(300);
  });
});

describe('which of the two it is comes back', () => {
  const scenario = { values: { leads: 300 }, volume: 'follows', boughtFor: 6000.5 } as const;

  test('in a link', () => {
    expect(parseScenario(scenarioText(scenario), [])).toEqual({
      scenario: { ...scenario, entries: {} },
      isWhole: true,
    });
  });

  test('in the tab', () => {
    expect(scenarioKept(JSON.parse(JSON.stringify(keptScenario(scenario))))).toEqual(scenario);
  });

  test.each(['volume=held2', 'boughtFor=-1', 'boughtFor=x', 'boughtFor=1e13', 'boughtFor='])(
    'but not %s',
    (text) => {
      expect(parseScenario(`unisono=1&${text}`, [])).toMatchObject({ isWhole: false });
      const [name, value] = text.split('=');
      expect(scenarioKept({ [name!]: value })).toEqual({ values: {} });
    },
  );
});
