import type { Campaign } from '../../../../roi/campaign.ts';
import type { CalculatorContext } from '../../planner.ts';
import { answered, type Question } from '../answered.ts';
import { actualCampaign, dueFigures } from './actual-campaign.ts';
import { type ActualQuestions, actualQuestions, answeredFigures } from './actual-questions.ts';

/** What is asked of the months that have passed, and the campaign that the answers come to. */
export interface ActualAsked {
  asOf: Question;
  /** Whole months since the start. */
  month: number;
  questions: ActualQuestions;
  actual: Campaign;
}

export function actualAsked({
  campaign,
  expected,
  texts,
  scenario: { entries = {} },
}: CalculatorContext): ActualAsked {
  const asOf: Question = {
    name: 'actual-month',
    label: texts('planner').actual.asOf,
    kind: 'months',
    planned: campaign.timing?.months ?? 1,
  };
  const month = answered(asOf, entries)!;
  const due = dueFigures(expected, month);
  const questions = actualQuestions(campaign, expected, due, texts('calculator'));
  const figures = answeredFigures(campaign, due, questions, (question) => answered(question, entries)!);
  return { asOf, month, questions, actual: actualCampaign(campaign, figures) };
}
