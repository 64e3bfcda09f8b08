import { describe, expect, test } from 'vitest';
import type { ExpectedCampaign } from '../../../../src/roi/campaign/expected-campaign.ts';
import type { GoalMeasures } from '../../../../src/roi/goal/goal-measures.ts';
import type { Lever } from '../../../../src/roi/goal/lever.ts';
import { moveLever } from '../../../../src/roi/goal/move-lever.ts';

type Result = (at: number) => number | null;

interface Asked {
  result: Result;
  /** What the metric comes to without a deadline; as `result` by default. */
  inTheEnd?: Result;
  target: number;
  /** Less is better. */
  isCost?: boolean;
  lever: { value: number; least?: number; most?: number };
}

/** Moves a lever that is a campaign of one number, so that a metric can be any function of it. */
function moved({ result, inTheEnd = result, target, isCost = false, lever }: Asked) {
  const outcome = (of: Result) => (campaign: ExpectedCampaign) => {
    const value = of(campaign as unknown as number);
    return value === null ? { value, reason: 'no-customers' } : { value };
  };
  const measures = {
    result: outcome(result),
    resultInTheEnd: outcome(inTheEnd),
    meets: (value: number) => (isCost ? value <= target : value >= target),
    gap: (campaign: ExpectedCampaign) => (result(campaign as unknown as number) ?? Number.NaN) - target,
    cost: () => 0,
    load: () => 0,
  } as unknown as GoalMeasures;
  const asked = {
    least: 0,
    most: 100,
    ...lever,
    expect: (at: number) => at as unknown as ExpectedCampaign,
  } as Lever;
  return moveLever(asked, measures, { metric: 'customers', target });
}

test('a lever that can stand in one place only may stand there', () => {
  expect(moved({ result: (at) => at, target: 5, lever: { value: 5, least: 5, most: 5 } })).toMatchObject({
    status: 'met',
    value: 5,
  });
});

describe('a lever that changes nothing', () => {
  const five = { target: 10, lever: { value: 10 } };
  test.each<[string, Result]>([
    ['is the same everywhere', () => 5],
    ['differs in rounding', (at) => (at === 10 ? 5 : 5 * (1 + 1e-13))],
    ['has no answer anywhere', () => null],
    ['differs at its end alone', (at) => (at === 100 ? 6 : 5)],
  ])('has no effect where the metric %s', (_, result) => {
    expect(moved({ ...five, result })).toMatchObject({ status: 'no-effect', value: null });
  });

  test('has none where it stands at nothing, of which nobody can say anything', () => {
    const result = (at: number) => (at === 0 ? null : 5);
    expect(moved({ result, target: 10, lever: { value: 0 } }).status).toBe('no-effect');
  });

  test('comes too late where it would change something after the deadline', () => {
    expect(moved({ ...five, result: () => 5, inTheEnd: (at) => 5 + at })).toMatchObject({
      status: 'unreachable',
      binds: 'deadline',
    });
  });

  test.each<[string, Result]>([
    ['clearly', (at) => (at === 10 ? 5 : 5 * (1 + 1e-9))],
    ['to no answer', (at) => (at === 10 ? 0 : null)],
    ['from no answer', (at) => (at === 10 ? null : 0)],
  ])('is no such lever where the metric changes %s', (_, result) => {
    expect(moved({ ...five, result }).status).toBe('unreachable');
  });
});

describe('a lever that does not get there', () => {
  test('stops where it gets nearest', () => {
    const result = (at: number) => 7 + at / 100;
    expect(moved({ result, target: 10, lever: { value: 10 } })).toMatchObject({
      status: 'unreachable',
      value: 100,
      result: 8,
      binds: 'limit',
    });
  });

  test('does not stop where there is no answer, however near the target nothing is', () => {
    const result = (at: number) => (at === 100 ? null : 3 + at / 100);
    expect(moved({ result, target: 1, isCost: true, lever: { value: 10 } })).toMatchObject({
      value: 0,
      result: 3,
    });
  });

  test('stops at its upper end where both are as near', () => {
    const result = (at: number) => (at === 10 ? 6 : 7);
    expect(moved({ result, target: 10, lever: { value: 10 } }).value).toBe(100);
  });

  test('stops nowhere where there is no answer at its ends nor where it stands', () => {
    const result = (at: number) => (at === 5 ? 7 : null);
    expect(moved({ result, target: 10, lever: { value: 10 } })).toMatchObject({
      status: 'unreachable',
      value: null,
      result: null,
      reason: 'no-customers',
    });
  });
});
