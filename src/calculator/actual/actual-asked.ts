import type { Campaign } from '../../roi/campaign/campaign.ts';
import { observedMost } from '../../roi/campaign/check/check-funnel.ts';
import { type Variance, varianceOf } from '../../roi/variance/explain-variance.ts';
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
  const questions = actualQuestions(campaign, expected, due, texts('calculator'));
  const figures = answeredFigures(
    campaign,
    due,
    questions,
    (question) => answered(question, entries)!,
    (question) => entered(question, entries),
  );
  const actual = actualCampaign(campaign, figures);
  const counted = figures.counts.flatMap(({ count }) => (count === null ? [] : [count]));
  const isComparable = counted.every((count, at) => {
    const before = counted[at - 1];
    return !before || count <= before * observedMost;
  });
  const variance = isComparable ? varianceOf(campaign, actual, month) : null;
  return { asOf, month, questions, actual, variance };
}
