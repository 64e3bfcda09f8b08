import { actualAsked } from '../../../calculator/actual/actual-asked.ts';
import { actualRows, savedActual } from '../../../calculator/actual/actual-report.ts';
import { aheadOfTime } from '../../../calculator/actual/ahead-of-time.ts';
import { guessedInputs } from '../../../calculator/guessed-inputs.ts';
import type { Question } from '../../../calculator/question.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { stageInText } from '../../../calculator/stage-name.ts';
import { fill } from '../../../i18n/fill.ts';
import { markup } from '../../../markup/markup.ts';
import type { Variance } from '../../../roi/variance/explain-variance.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { announcer } from '../announcer.ts';
import { createEntries } from '../entries.ts';
import type { Panel } from '../panel.ts';
import { overlapSentence } from './overlap.ts';
import { hasMoved, varianceTable } from './variance-table.ts';

/** Plan against actual, as of a month: whose stages moved the result. */
export const actualPanel: Panel = {
  name: 'actual',
  rows: actualRows,
  saved: savedActual,
  title: (texts) => texts('planner').actual.title,
  create(update, place) {
    const { region, say, complain } = announcer(place);
    const fields = createEntries(update, complain);
    return (context) => {
      const { texts } = context;
      const messages = texts('planner').actual;
      const { asOf, month, questions, variance } = actualAsked(context);
      // What moved without an effect so far, such as leads whose sales are not due, is not as planned either.
      const isSame = !variance?.parts.some(hasMoved);
      const [sentence = '', ...beside] = !variance
        ? [texts('calculator').noAnswer]
        : isSame
          ? [messages.same]
          : sentencesOf(variance, month, context);
      say([sentence, ...beside].join(' '));

      const group = (title: string, asked: readonly Question[]) =>
        markup(
          'fieldset',
          {},
          markup('legend', {}, title),
          markup('div', { class: 'questions' }, ...asked.map((question) => fields.field(question, context))),
        );
      return [
        markup(
          'div',
          { class: 'plan' },
          markup(
            'form',
            { onsubmit: fields.submit, oninput: fields.input },
            markup('p', {}, messages.invitation),
            markup('div', { class: 'questions' }, fields.field(asOf, context)),
            group(messages.counts, questions.counts),
            group(messages.spent, questions.costs),
            group(messages.worth, questions.worth),
          ),
          fields.areUnreadable([asOf, ...Object.values(questions).flat()])
            ? markup('p', { class: 'quiet' }, texts('calculator').lastResult)
            : '',
          markup(
            'div',
            { class: 'objective', part: 'objective' },
            markup('p', { class: 'objective-title' }, sentence),
            ...beside.map((each) => markup('p', {}, each)),
            ...(variance && !isSame ? varianceTable(variance, context) : []),
          ),
          region,
        ),
      ];
    };
  },
};

/** How it now looks against the plan, and beside it the cash so far, and what of all this is doubtful. */
function sentencesOf(variance: Variance, month: number, context: CalculatorContext): string[] {
  const { plannedProfit, actualProfit, toDate, flags, stages } = variance;
  const { expected, whole, messages, texts, format } = context;
  const { sentence, rest, cash, guessed, early } = texts('planner').actual;
  const hasty = aheadOfTime(stages);
  const shown = roundMoney([plannedProfit, actualProfit, toDate.planned, toDate.actual], format);
  // As far as the plan looks, or as far as it has come since.
  const months = format.months(Math.max(month, expected.timing!.months));
  return [
    fill(sentence, { months, planned: shown(plannedProfit), actual: shown(actualProfit) }),
    ...(shown(toDate.planned) === shown(plannedProfit) ? [] : [rest]),
    fill(cash, { month, planned: shown(toDate.planned), actual: shown(toDate.actual) }),
    ...(guessedInputs(whole)[0] ? [guessed] : []),
    ...flags.map(({ stage, exceeds }) => overlapSentence(stage, exceeds, context)),
    ...(hasty ? [fill(early, { stage: stageInText(hasty, messages) })] : []),
  ];
}
