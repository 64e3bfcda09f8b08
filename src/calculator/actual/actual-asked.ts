import type { Campaign } from '../../roi/campaign/campaign.ts';
import { InputError } from '../../roi/campaign/check/input-error.ts';
import { explainVariance, type Variance } from '../../roi/variance/explain-variance.ts';
import { answered, entered, type Question } from '../question.ts';
import type { Worksheet } from '../worksheet.ts';
import { actualCampaign, dueFigures } from './actual-campaign.ts';
import { type ActualQuestions, actualQuestions, answeredFigures } from './actual-questions.ts';

/** What is asked of the months that have passed, and the campaign that the answers come to. */
export interface ActualAsked {
  asOf: Question;
  /** Whole months since the start. */
  month: number;
  questions: ActualQuestions;
  actual: Campaign;
  /** Null for what no model compares, such as 10^15 leads for each click. */
  variance: Variance | null;
}

export function actualAsked({
  campaign,
  expected,
  texts,
  scenario: { entries = {} },
}: Worksheet): ActualAsked {
  const asOf: Question = {
    name: 'actual-month',
    label: texts('planner').actual.asOf,
    unit: 'months',
    isWhole: true,
    planned: campaign.timing?.months ?? 1,
  };
  const month = answered(asOf, entries)!;
  const due = dueFigures(expected, month);
  const questions = actualQuestions(campaign, expected, due, texts('calculator'), entries);
  const figures = answeredFigures(
    campaign,
    due,
    questions,
    (question) => answered(question, entries)!,
    (question) => entered(question, entries),
  );
  const actual = actualCampaign(campaign, figures);
  return { asOf, month, questions, actual, variance: compare(campaign, actual, month) };
}

function compare(plan: Campaign, actual: Campaign, asOf: number): Variance | null {
  try {
    return explainVariance(plan, actual, { asOf });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
