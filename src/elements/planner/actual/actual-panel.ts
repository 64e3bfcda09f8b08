import { html } from 'lit/html.js';
import { actualAsked } from '../../../calculator/actual/actual-asked.ts';
import { actualRows, savedActual } from '../../../calculator/actual/actual-report.ts';
import type { Question } from '../../../calculator/question.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { fill } from '../../../i18n/fill.ts';
import type { Variance } from '../../../roi/variance/explain-variance.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { announcer } from '../announcer.ts';
import { createEntries } from '../entries.ts';
import type { Panel } from '../panel.ts';
import { hasMoved, varianceTable } from './variance-table.ts';

/** Plan against actual, as of a month: whose stages moved the result. */
export const actualPanel: Panel = {
  name: 'actual',
  rows: actualRows,
  saved: savedActual,
  title: (texts) => texts('planner').actual.title,
  create(update) {
    const { region, say, complain } = announcer();
    const fields = createEntries(update, complain);
    return (context) => {
      const { texts } = context;
      const messages = texts('planner').actual;
      const { asOf, month, questions, variance } = actualAsked(context);
      // What moved without an effect so far, such as leads whose sales are not due, is not as planned either.
      const isSame = !variance?.parts.some(hasMoved);
      const sentence = variance ? sentenceOf(variance, month, isSame, context) : texts('calculator').noAnswer;
      say(sentence);

      const group = (title: string, asked: readonly Question[]) =>
        html`<fieldset>
          <legend>${title}</legend>
          <div class="questions">${asked.map((question) => fields.field(question, context))}</div>
        </fieldset>`;
      return html`<div class="plan">
        <form @submit=${fields.submit} @input=${fields.input} @change=${fields.change}>
          <p>${messages.invitation}</p>
          <div class="questions">${fields.field(asOf, context)}</div>
          ${group(messages.counts, questions.counts)} ${group(messages.spent, questions.costs)}
          ${group(messages.worth, questions.worth)}
        </form>
        ${fields.areUnreadable([asOf, ...Object.values(questions).flat()]) ? html`<p class="quiet">${texts('calculator').lastResult}</p>` : ''}
        <div class="objective" part="objective">
          <p class="objective-title">${sentence}</p>
          ${variance && !isSame ? varianceTable(variance, context) : ''}
        </div>
        ${region}
      </div>`;
    };
  },
};

function sentenceOf(
  { plannedProfit, actualProfit }: Variance,
  month: number,
  isSame: boolean,
  { texts, format }: CalculatorContext,
): string {
  const { same, sentence } = texts('planner').actual;
  const shown = roundMoney([plannedProfit, actualProfit], format);
  return isSame
    ? same
    : fill(sentence, { month, planned: shown(plannedProfit), actual: shown(actualProfit) });
}
