import { html } from 'lit/html.js';
import type { LabelName } from '../../../i18n/calculator-messages.ts';
import { fill } from '../../../i18n/fill.ts';
import type { CostKind } from '../../../roi/campaign.ts';
import { explainVariance } from '../../../roi/explain-variance.ts';
import { costOwners } from '../../../roi/owner.ts';
import type { Panel } from '../panel.ts';
import { stageName } from '../stage-name.ts';
import { actualCampaign, type DueFigures, dueFigures } from './actual-campaign.ts';
import { announcer } from './announcer.ts';
import { createEntries, type Question } from './entries.ts';
import { varianceTable } from './variance-table.ts';

/** Plan against actual, as of a month: whose stages moved the result. */
export const actualPanel: Panel = {
  name: 'actual',
  title: (texts) => texts('planner').actual.title,
  create(update) {
    const entries = createEntries(update);
    const { region, say } = announcer();
    return (context) => {
      const { campaign, expected, texts, format } = context;
      const messages = texts('planner').actual;
      const calculator = texts('calculator');
      const asOf: Question = {
        name: 'actual-month',
        label: messages.asOf,
        kind: 'months',
        planned: campaign.timing?.months ?? 1,
      };
      const month = entries.value(asOf)!;
      const due = dueFigures(expected, month);

      const counts = due.counts.map(({ name, count }, index): Question => {
        const label = stageName(name, calculator);
        const { owner } = expected.stages[index]!;
        return { name: `actual-${name}`, label, kind: 'count', planned: count, owner };
      });
      const labels = calculator.inputs;
      const costs = (Object.keys(campaign.costs) as CostKind[]).map((kind): Question => {
        return {
          name: `actual-${kind}`,
          label: labels[kind],
          kind: 'currency',
          planned: due.costs[kind],
          owner: costOwners[kind],
        };
      });
      const worth = (['averageSale', 'grossMargin'] as const satisfies LabelName[]).map((name): Question => {
        const kind = name === 'grossMargin' ? 'share' : 'currency';
        return { name: `actual-${name}`, label: labels[name], kind, planned: due[name] };
      });

      const [averageSale, grossMargin] = worth.map((question) => entries.value(question)!);
      const actual: DueFigures = {
        ...due,
        counts: due.counts.map(({ name }, index) => ({ name, count: entries.value(counts[index]!)! })),
        costs: Object.fromEntries(
          costs.map((question) => [question.name.slice('actual-'.length), entries.value(question)!]),
        ) as Record<CostKind, number>,
        averageSale: averageSale!,
        grossMargin: grossMargin!,
      };
      const variance = explainVariance(campaign, actualCampaign(campaign, actual), { asOf: month });
      const isSame = variance.parts.every(({ effect }) => effect === 0);
      const sentence = fill(messages.sentence, {
        month,
        planned: format.money(variance.plannedProfit),
        actual: format.money(variance.actualProfit),
      });
      say(isSame ? messages.same : sentence);

      const group = (title: string, questions: readonly Question[]) =>
        html`<fieldset>
          <legend>${title}</legend>
          <div class="questions">${questions.map((each) => entries.field(each, context))}</div>
        </fieldset>`;
      return html`<div class="plan">
        <form @submit=${stay} @input=${entries.input} @change=${entries.change}>
          <p>${messages.invitation}</p>
          <div class="questions">${entries.field(asOf, context)}</div>
          ${group(messages.counts, counts)} ${group(messages.spent, costs)} ${group(messages.worth, worth)}
        </form>
        <div class="objective" part="objective">
          <p class="objective-title">${isSame ? messages.same : sentence}</p>
          ${isSame ? '' : varianceTable(variance, context)}
        </div>
        ${region}
      </div>`;
    };
  },
};

const stay = (event: Event) => event.preventDefault();
