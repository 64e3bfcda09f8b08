import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { Campaign, CostKind } from '../../roi/campaign/campaign.ts';
import type { ExpectedCampaign } from '../../roi/campaign/expected-campaign.ts';
import { costOwners } from '../../roi/campaign/owner.ts';
import { answered, type Question } from '../question.ts';
import type { Scenario } from '../scenario.ts';
import { stageName } from '../stage-name.ts';
import type { DueFigures } from './actual-campaign.ts';

/** Everything that can have happened, as a question; the plan's figure counts until somebody answers. */
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
  entries: Scenario['entries'],
): ActualQuestions {
  const { inputs } = messages;
  // Where fewer have come than planned, fewer go on at the plan's rates: nobody gets credit for what nobody counted.
  let share = 1;
  const counts = due.counts.map(({ name, count }, index): Question => {
    const question: Question = {
      name: `actual-${name}`,
      label: stageName(name, messages),
      unit: 'count',
      planned: count,
      assumed: count! * share,
      owner: stages[index]!.owner,
    };
    if (count) share = answered(question, entries)! / count;
    return question;
  });
  return {
    counts,
    costs: costKinds(campaign).map((kind) => ({
      name: `actual-${kind}`,
      label: inputs[kind],
      unit: 'currency',
      planned: due.costs[kind],
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
