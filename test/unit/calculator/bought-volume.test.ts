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

/** What a link says, and what the tab has kept: as they come out of the text and the storage. */
const opened = (text: string) => parseScenario(text, [])!.scenario;
const reloaded = (scenario: Partial<Scenario>) =>
  scenarioKept(JSON.parse(JSON.stringify(keptScenario(scenario))))!;

/** The rule once more, in whole numbers that never round: so many thousandths for so many cents. */
const oracle = (count: bigint, paid: bigint, budget: bigint) => (count * budget * 1000n) / paid;

describe('what the money buys follows the budget', () => {
  test.each([
    [10_000, 400],
    [5000, 200],
    [1250, 50],
    [0, 0],
  ])('%d buys %d leads', (media, count) => {
    expect(wholeOf({ values: { media } })).toMatchObject({ follows: true, values: { leads: count } });
  });

  test('as exactly as whole numbers say, whatever was bought for whatever budget', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (count, boughtFor, media) => {
        const bought = leads({ values: { media, leads: count }, boughtFor }) as number;
        const exact = Number(oracle(BigInt(count), BigInt(boughtFor), BigInt(media))) / 1000;
        expect(Math.abs(bought - exact)).toBeLessThan(0.001 + 1e-9 * exact);
      }),
    );
  });

  test('and what comes back for one unit stays the same, however little is spent', () => {
    const backOf = ({ values }: ReturnType<typeof wholeOf>) =>
      (values.leads as number) / Number(values.media);
    for (const media of [1, 4990, 5010, 333.33, 1e6])
      expect(backOf(wholeOf({ values: { media } }))).toBeCloseTo(200 / 5000, 12);
  });

  test('and is at 10,000 what it was, after 5,000', () => {
    const values = { media: 10_000, leads: 333 };
    for (const media of [5000, 7000, 3333.33, 1, 10_000])
      leads({ values: { ...values, media }, boughtFor: 10_000 });
    expect(leads({ values: { ...values, media: 5000 }, boughtFor: 10_000 })).toBe(166.5);
    expect(leads({ values, boughtFor: 10_000 })).toBe(333);
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
    const most = wholeOf({ values: { media: 1e12 }, start: 'impressions', mode: 'full' });
    expect(most.values.impressions).toBe(1e12);
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

  test('until it follows, from the budget it was let go at', () => {
    expect(wholeOf({ values })).toMatchObject({ follows: false, values: { leads: 300 } });
    expect(wholeOf({ values, boughtFor: 0 })).toMatchObject({ follows: false, values: { leads: 300 } });
    expect(wholeOf({ values, boughtFor: 6000 })).toMatchObject({ follows: true, values: { leads: 150 } });
  });

  test.each(['fixed', 'hides'])('and so is one that the owner %s, which nobody can let go', (how) => {
    const owner = { [how]: ['leads'] };
    expect(wholeOf({ values: { media: 1 }, boughtFor: 5000 }, owner)).toMatchObject({
      follows: null,
      values: { leads: 200 },
    });
  });

  test('while another stage than its own follows', () => {
    expect(wholeOf({ values, start: 'clicks' })).toMatchObject({ follows: true, values: { clicks: 2400 } });
  });
});

describe('which of the two it is comes back', () => {
  const following = { values: { media: 3000, leads: 300 }, boughtFor: 6000.5 };
  const held = { values: { media: 3000, leads: 300 }, boughtFor: 0 };
  const ours = { values: { media: 3000 } };

  test.each([
    ['one that follows', following, 149.9875],
    ['one that is held', held, 300],
    ['ours, which follows', ours, 120],
  ])('in a link and in the tab: %s', (_, scenario, count) => {
    expect(leads(opened(scenarioText(scenario)))).toBeCloseTo(count, 4);
    expect(leads(reloaded(scenario))).toBeCloseTo(count, 4);
    expect(leads(opened(scenarioText(opened(scenarioText(scenario)))))).toBeCloseTo(count, 4);
  });

  test('in a link from before, as it was then: a budget moved nothing', () => {
    expect(wholeOf(opened('unisono=1&media=3000'))).toMatchObject({ follows: false, values: { leads: 200 } });
    expect(leads(opened('unisono=1&media=3000&leads=300'))).toBe(300);
    expect(leads(opened('unisono=1&media=3000&preset=search'), {}, presets.search)).toBe(200);
    // It stays so in the tab, and in the next link.
    const before = opened('unisono=1&media=3000');
    expect(leads(reloaded(before))).toBe(200);
    expect(leads(opened(scenarioText(before)))).toBe(200);
  });

  test('while a link from before without a budget leaves it to follow the one that comes', () => {
    const before = opened('unisono=1&customerRate=0.2');
    expect(leads({ ...before, values: { ...before.values, media: 2500 } })).toBe(100);
  });

  test.each(['volume=held', 'boughtFor=-1', 'boughtFor=x', 'boughtFor=1e13', 'boughtFor=1e-10'])(
    'but not %s',
    (text) => {
      expect(parseScenario(`unisono=1&${text}`, [])).toMatchObject({ unread: [text.split('=')[0]] });
      const [name, value] = text.split('=');
      expect(scenarioKept({ [name!]: value })).toEqual({ values: {} });
    },
  );
});
