import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { Campaign, CostKind } from '../../roi/campaign/campaign.ts';
import type { ExpectedCampaign } from '../../roi/campaign/expected-campaign.ts';
import { costOwners } from '../../roi/campaign/owner.ts';
import type { Question } from '../question.ts';
import { stageName } from '../stage-name.ts';
import type { DueFigures } from './actual-campaign.ts';

/**
 * Everything that can have happened, as a question. Of costs and values the plan's figure counts until somebody answers;
 * a stage that nobody counted is not measured.
 */
export interface ActualQuestions {
  counts: Question[];
  costs: Question[];
  worth: [averageSale: Question, grossMargin: Question];
}

export function actualQuestions(
  campaign: Campaign,
  { stages }: ExpectedCampaign,
  due: DueFigures,
  messages: CalculatorMessages,
): ActualQuestions {
  const { inputs } = messages;
  return {
    counts: due.counts.map(({ name, count }, index) => ({
      name: `actual-${name}`,
      label: stageName(name, messages),
      unit: 'count',
      planned: count,
      isCounted: true,
      isDue: true,
      owner: stages[index]!.owner,
    })),
    costs: costKinds(campaign).map((kind) => ({
      name: `actual-${kind}`,
      label: inputs[kind],
      unit: 'currency',
      planned: due.costs[kind],
      isDue: kind !== 'salesPerOpportunity',
      owner: costOwners[kind],
    })),
    worth: [
      {
        name: 'actual-averageSale',
        label: inputs.averageSale,
        unit: 'currency',
        planned: due.averageSale,
      },
      { name: 'actual-grossMargin', label: inputs.grossMargin, unit: 'fraction', planned: due.grossMargin },
    ],
  };
}

/** What the answers come to. */
export function answeredFigures(
  campaign: Campaign,
  due: DueFigures,
  { counts, costs, worth: [averageSale, grossMargin] }: ActualQuestions,
  answer: (question: Question) => number,
  counted: (question: Question) => number | null,
): DueFigures {
  const kinds = costKinds(campaign);
  const spent = Object.fromEntries(costs.map((question, index) => [kinds[index]!, answer(question)]));
  return {
    ...due,
    counts: due.counts.map(({ name }, index) => ({ name, count: counted(counts[index]!) })),
    costs: { ...due.costs, ...spent },
    averageSale: answer(averageSale),
    grossMargin: answer(grossMargin),
  };
}

const costKinds = ({ costs }: Campaign) => Object.keys(costs) as CostKind[];
