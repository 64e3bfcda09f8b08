import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actualAsked } from '../../../src/calculator/actual/actual-asked.ts';
import { answerOf } from '../../../src/calculator/answer.ts';
import { limitOf } from '../../../src/calculator/bounds.ts';
import { figureText } from '../../../src/calculator/figure-text.ts';
import { goalAsked } from '../../../src/calculator/goal/goal-asked.ts';
import type { Input, Quantity } from '../../../src/calculator/input.ts';
import { inputs } from '../../../src/calculator/inputs.ts';
import type { Scenario } from '../../../src/calculator/scenario.ts';
import { parseScenario, scenarioText } from '../../../src/calculator/share/scenario-text.ts';
import { wholeScenario } from '../../../src/calculator/whole-scenario.ts';
import type { Worksheet } from '../../../src/calculator/worksheet.ts';
import { formatter } from '../../../src/i18n/formatter.ts';
import * as en from '../../../src/locales/en.ts';
import * as it from '../../../src/locales/it.ts';
import { expectedCampaign } from '../../../src/roi/campaign/expected-campaign.ts';
import { cashCurve } from '../../../src/roi/finance/cash-curve.ts';
import { createSimulation, planForGoal, rankLevers } from '../../../src/roi/index.ts';
import { type FigureName, isTold } from '../../../src/roi/metrics/lenses.ts';
import { roiMetric } from '../../../src/roi/metrics/roi-metrics.ts';

/** A number that a field takes, often one of its ends. */
const figure = (limit: number) =>
  fc
    .oneof(
      fc.constantFrom(0, 1e-9, limit / 2, limit),
      fc.double({ min: 0, max: Math.min(limit, 1e5), noNaN: true }),
      fc.double({ min: 0, max: limit, noNaN: true }),
    )
    .map((value) => (value < 1e-9 ? 0 : value));

/** Whatever an input takes: a number, counts, a range, or nothing where it may be empty. */
function quantity(input: Input): fc.Arbitrary<Quantity | null> {
  const { arrival, rateOf, group, isWhole } = input;
  const one = isWhole ? fc.integer({ min: 1, max: limitOf(input) }) : figure(limitOf(input));
  const kinds: fc.Arbitrary<Quantity | null>[] = [one];
  if (arrival === null) kinds.push(fc.constant(null));
  if (rateOf)
    kinds.push(
      fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 })).map(([a, b]) => ({
        hits: Math.min(a, b),
        of: Math.max(a, b),
      })),
    );
  if (group === 'costs' || group === 'value')
    kinds.push(
      fc.tuple(one, one).map(([a, b]) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return { low, likely: (low + high) / 2, high };
      }),
    );
  return fc.oneof(...kinds);
}

const values = fc.record(
  Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, quantity(input)])),
  { requiredKeys: [] },
);

const entry = fc.oneof(figure(1e12), fc.integer({ min: 1, max: 120 }));
const goalNames = [
  'customers',
  'revenue',
  'profit',
  'roiMargin',
  'roas',
  'cac',
  'cpl',
  'deadline',
  'budget',
  'capacity',
];
const actualNames = ['month', 'leads', 'clicks', 'customers', 'media', 'sales', 'averageSale', 'grossMargin'];
const entries = fc.record(
  {
    ...Object.fromEntries(goalNames.map((name) => [`goal-${name}`, entry])),
    ...Object.fromEntries(actualNames.map((name) => [`actual-${name}`, entry])),
    'goal-profit': entry.map((value) => 0 - value),
    'goal-metric': fc.constantFrom(
      'customers',
      'revenue',
      'profit',
      'roi',
      'leads',
      'cpl',
      'cac',
      'nonsense',
    ),
    'goal-lever': fc.constantFrom('volume', 'rate:customers', 'value:averageSale', 'cost:media', 'x:y'),
  },
  { requiredKeys: [] },
);

const scenario: fc.Arbitrary<Partial<Scenario>> = fc.record(
  {
    mode: fc.constantFrom('quick', 'full'),
    start: fc.constantFrom('impressions', 'clicks', 'leads'),
    definition: fc.constantFrom('margin', 'total-cost', 'revenue', 'roas'),
    values,
    ran: fc.record(
      { start: fc.constantFrom('impressions', 'clicks', 'leads', 'customers'), values },
      { requiredKeys: ['values'] },
    ),
    entries,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Scenario>>;

/** An owner who has set nothing. */
const unset = (() => undefined) as Parameters<typeof wholeScenario>[1];

const words = { ...en };

/** What panels and files are given. */
function sheetOf(own: Partial<Scenario>): Worksheet {
  const whole = wholeScenario(own, unset, {});
  return {
    ...answerOf(whole),
    definition: whole.definition,
    scenario: own,
    texts: (part: keyof typeof en) => words[part],
    format: formatter('en', 'EUR'),
  } as unknown as Worksheet;
}

/** Every number somewhere in a value. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];

test('whatever a person enters, every panel has an answer made of numbers', () => {
  fc.assert(
    fc.property(scenario, (own) => {
      const sheet = sheetOf(own);
      const { campaign, expected, definition } = sheet;
      const { goal } = goalAsked(sheet);
      const { variance } = actualAsked(sheet);
      const answers = [
        answerOf(wholeScenario(own, unset, {})),
        cashCurve(expected),
        rankLevers(campaign, { metric: 'profit' }),
        rankLevers(campaign, { metric: roiMetric(definition).id }),
        createSimulation(campaign, { draws: 1, seed: 1 }).result(),
        goal && planForGoal(campaign, goal),
        variance,
      ];
      expect(numbersIn(answers).filter((number) => !Number.isFinite(number))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['en', en.calculator],
  ['it', it.calculator],
])('a figure that does not exist says why: %s', (language, messages) => {
  const format = formatter(language, 'EUR');
  const unsaid = new Set<unknown>();
  fc.assert(
    fc.property(scenario, (own) => {
      const { roi, figures } = answerOf(wholeScenario(own, unset, {}));
      const told = (Object.keys(figures) as FigureName[]).filter((name) => isTold(name, figures));
      for (const metric of [...Object.values(roi), ...told.map((name) => figures[name])])
        if (figureText(metric, messages, format) === messages.noAnswer) unsaid.add(metric.reason);
    }),
    { numRuns: 2000 },
  );
  // Only what no number holds has no words of its own.
  unsaid.delete('out-of-range');
  expect([...unsaid]).toEqual([]);
});

test('every goal that can be chosen can be asked', () => {
  fc.assert(
    fc.property(scenario, (own) => {
      const { metrics } = goalAsked(sheetOf(own));
      for (const { choice } of metrics) {
        const sheet = sheetOf({ ...own, entries: { ...own.entries, 'goal-metric': choice } });
        const { goal, metric, levers } = goalAsked(sheet);
        expect(metric.choice).toBe(choice);
        if (!goal) continue;
        for (const { id } of levers) {
          const asked = goalAsked(
            sheetOf({ ...own, entries: { ...sheet.scenario.entries, 'goal-lever': id } }),
          );
          expect(asked.lever.id).toBe(id);
          expect(planForGoal(sheet.campaign, asked.goal!).lever).toBe(id);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what is known of a campaign that has run changes nothing of a plan, nor a plan anything of it', () => {
  fc.assert(
    fc.property(scenario, scenario, (one, other) => {
      const mixed = { ...one, ran: other.ran ?? {} };
      expect(wholeScenario(mixed)).toEqual(wholeScenario(one));
      const run = { mode: 'evaluate', ran: one.ran ?? {} } as const;
      const { start: _, values: __, ...choices } = other;
      expect(wholeScenario({ ...other, ...run }).values).toEqual(
        wholeScenario({ ...choices, ...run }).values,
      );
    }),
    { numRuns: 60 },
  );
});

test('a scenario comes back from its text as it was, and so does what it answers', () => {
  fc.assert(
    fc.property(scenario, (own) => {
      const parsed = parseScenario(scenarioText(own), ['goal', 'actual', 'levers'])!;
      expect(parsed.unread).toEqual([]);
      const run = { mode: 'evaluate' } as const;
      expect(wholeScenario({ ...parsed.scenario, ...run }).values).toEqual(
        wholeScenario({ ...own, ...run }).values,
      );
      expect(sheetOf(parsed.scenario).expected).toEqual(sheetOf(own).expected);
      expect(goalAsked(sheetOf(parsed.scenario)).goal).toEqual(goalAsked(sheetOf(own)).goal);
      expect(expectedCampaign(actualAsked(sheetOf(parsed.scenario)).actual)).toEqual(
        expectedCampaign(actualAsked(sheetOf(own)).actual),
      );
    }),
    { numRuns: 300 },
  );
});
