import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Campaign,
  checkCampaign,
  evaluateCampaign,
  explainVariance,
  InputError,
  planForGoal,
  rankLevers,
  simulate,
} from '../../../src/roi/index.ts';
import { arbitraryCampaign, wildCampaign } from './arbitrary-campaign.ts';
import { unsoundNumber } from './unsound-number.ts';

/** `ROI_CAMPAIGNS=1000000` runs the million; the suite runs enough to notice a mistake. */
const campaigns = Number(process.env.ROI_CAMPAIGNS ?? 2000);
const patience = 20_000 + campaigns * 5;

/** A sound answer, or the one typed refusal; anything else fails the test. */
function answerOf(question: () => unknown): unknown {
  try {
    const answer = question();
    expect(unsoundNumber(answer)).toBeNull();
    return answer;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.field).not.toBe('');
    return error;
  }
}

test(
  'evaluation of any campaign is sound or refused by name, and refused exactly when checkCampaign objects',
  () => {
    fc.assert(
      fc.property(wildCampaign, (campaign) => {
        const answer = answerOf(() => evaluateCampaign(campaign));
        expect(answer instanceof InputError).toBe(checkCampaign(campaign).length > 0);
      }),
      { numRuns: campaigns },
    );
  },
  patience,
);

const goalMetrics = [
  'customers',
  'revenue',
  'profit',
  'roiMargin',
  'roas',
  'cpl',
  'cac',
  'ltvToCac',
] as const;
const anyGoal = fc.record({
  metric: fc.constantFrom(...goalMetrics),
  target: fc.oneof(fc.double({ min: -10, max: 1e6, noNaN: true }), fc.double()),
});

test(
  'every other question is sound or refused by name, too',
  () => {
    const questions: ((
      campaign: Campaign,
      goal: { metric: (typeof goalMetrics)[number]; target: number },
    ) => unknown)[] = [
      (campaign, goal) => planForGoal(campaign, goal),
      (campaign, goal) => planForGoal(campaign, { ...goal, budget: 5000, salesCapacity: 20, deadline: 6 }),
      (campaign) => simulate(campaign, { draws: 5, seed: 1 }),
      (campaign, goal) => rankLevers(campaign, { metric: goal.metric, goal }),
      (campaign, goal) =>
        explainVariance(campaign, { ...campaign, costs: { media: Math.abs(goal.target) } }, { asOf: 2.5 }),
    ];
    fc.assert(
      fc.property(fc.oneof(wildCampaign, arbitraryCampaign()), anyGoal, (campaign, goal) => {
        for (const question of questions) answerOf(() => question(campaign, goal));
      }),
      { numRuns: Math.ceil(campaigns / 10) },
    );
  },
  patience,
);
