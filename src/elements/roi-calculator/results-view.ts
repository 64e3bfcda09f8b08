import { figureText } from '../../calculator/figure-text.ts';
import { laterSentence } from '../../calculator/later-sentence.ts';
import { fill } from '../../i18n/fill.ts';
import { type Content, markup } from '../../markup/markup.ts';
import { isTold, lenses } from '../../roi/metrics/lenses.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { choiceView } from './choice-view.ts';
import { figureView } from './figure-view.ts';
import type { CalculatorContext } from './planner.ts';

/** The four definitions to choose from, what is counted, and the figures of each owner and of both. */
export const resultsView = (context: CalculatorContext): Content => {
  const { expected, roi, figures, definition, messages, format, choose } = context;
  const counted = [
    expected.churn === null ? '' : fill(messages.monthly, { months: format.months(expected.timing!.months) }),
    laterSentence(context),
  ].filter(Boolean);
  return [
    choiceView({
      name: 'definition',
      question: messages.definitionQuestion,
      words: messages.definitions,
      chosen: definition,
      choose,
      figure: (name) => figureText(roi[name as RoiDefinition], messages, format),
    }),
    counted.length > 0 && markup('p', { class: 'quiet' }, counted.join(' ')),
    ...lenses.map(({ owner, metrics }) =>
      markup(
        'section',
        { class: `lens ${owner}` },
        markup('h3', {}, messages.owners[owner]),
        owner === 'shared' && figureView(messages.definitions[definition], roi[definition], context),
        ...metrics.map(
          ({ id }) => isTold(id, figures) && figureView(messages.figures[id], figures[id], context),
        ),
      ),
    ),
  ];
};
