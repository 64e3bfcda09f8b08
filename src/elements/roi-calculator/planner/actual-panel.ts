import { html } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import { explainVariance } from '../../../roi/explain-variance.ts';
import type { Panel } from '../panel.ts';
import { actualCampaign, dueFigures } from './actual-campaign.ts';
import { actualQuestions, answeredFigures } from './actual-questions.ts';
import { announcer } from './announcer.ts';
import { createEntries, type Question } from './entries.ts';
import { hasMoved, varianceTable } from './variance-table.ts';

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
      const asOf: Question = {
        name: 'actual-month',
        label: messages.asOf,
        kind: 'months',
        planned: campaign.timing?.months ?? 1,
      };
      const month = entries.value(asOf)!;
      const due = dueFigures(expected, month);
      const questions = actualQuestions(campaign, expected, due, texts('calculator'));
      const actual = answeredFigures(campaign, due, questions, (question) => entries.value(question)!);
      const variance = explainVariance(campaign, actualCampaign(campaign, actual), { asOf: month });

      // What moved without an effect so far, such as leads whose sales are not due, is not as planned either.
      const isSame = !variance.parts.some(hasMoved);
      const sentence = isSame
        ? messages.same
        : fill(messages.sentence, {
            month,
            planned: format.money(variance.plannedProfit),
            actual: format.money(variance.actualProfit),
          });
      say(sentence);

      const group = (title: string, asked: readonly Question[]) =>
        html`<fieldset>
          <legend>${title}</legend>
          <div class="questions">${asked.map((question) => entries.field(question, context))}</div>
        </fieldset>`;
      return html`<div class="plan">
        <form @submit=${stay} @input=${entries.input} @change=${entries.change}>
          <p>${messages.invitation}</p>
          <div class="questions">${entries.field(asOf, context)}</div>
          ${group(messages.counts, questions.counts)} ${group(messages.spent, questions.costs)}
          ${group(messages.worth, questions.worth)}
        </form>
        <div class="objective" part="objective">
          <p class="objective-title">${sentence}</p>
          ${isSame ? '' : varianceTable(variance, context)}
        </div>
        ${region}
      </div>`;
    };
  },
};

const stay = (event: Event) => event.preventDefault();
