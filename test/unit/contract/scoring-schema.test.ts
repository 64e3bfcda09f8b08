import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { defaultScoring, type Scoring, scoringSchema } from '../../../src/schema.ts';

const whole: Scoring = {
  rules: [
    { rule: 'Big', when: 'staff>=50 & service=audit|ads', points: 25 },
    { when: '!company', points: -10 },
  ],
  warm: 30,
  hot: 60,
};

const problems = (scoring: unknown) =>
  scoringSchema
    .safeParse(scoring)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const withRule = (changes: object) => ({ ...whole, rules: [{ ...whole.rules[0], ...changes }] });

test('what an owner writes passes unchanged, and so do our own rules', () => {
  expect(scoringSchema.parse(whole)).toEqual(whole);
  expect(scoringSchema.parse(defaultScoring)).toEqual(defaultScoring);
  expectTypeOf<z.output<typeof scoringSchema>>().toExtend<Scoring>();
});

test.each<[object, string]>([
  [{ ...whole, cold: 1 }, ': not known here: cold; expected some of rules, warm, hot'],
  [withRule({ if: 'a' }), 'rules.0: not known here: if; expected some of rule, when, points'],
  [withRule({ when: 'budget>5k' }), 'rules.0.when: a condition such as'],
  [withRule({ when: '' }), 'rules.0.when: a condition such as'],
  [withRule({ when: 'a &' }), 'rules.0.when: a condition such as'],
  [withRule({ when: `a${'b'.repeat(1_000)}` }), 'rules.0.when: '],
  [withRule({ points: '5' }), 'rules.0.points: '],
  [withRule({ points: 2.5 }), 'rules.0.points: '],
  [withRule({ points: 101 }), 'rules.0.points: '],
  [withRule({ points: -101 }), 'rules.0.points: '],
  [withRule({ rule: '' }), 'rules.0.rule: '],
  [{ ...whole, rules: Array(101).fill(whole.rules[0]) }, 'rules: '],
  [{ ...whole, warm: -1 }, 'warm: '],
  [{ ...whole, hot: 101 }, 'hot: '],
  [{ ...whole, warm: 61 }, 'hot: at least as many points as warm'],
  [{ warm: 30, hot: 60 }, 'rules: '],
])('%j: %s', (scoring, problem) => {
  const [first, ...others] = problems(scoring);
  expect(first).toContain(problem);
  expect(others).toEqual([]);
});

test.each([
  { ...whole, rules: [] },
  { ...whole, rules: Array(100).fill(whole.rules[0]) },
  { ...whole, warm: 0, hot: 0 },
  { ...whole, warm: 100, hot: 100 },
  withRule({ points: -100 }),
  withRule({ points: 100 }),
])('%j is one', (scoring) => expect(problems(scoring)).toEqual([]));
