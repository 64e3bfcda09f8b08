import { figureText } from '../../calculator/figure-text.ts';
import { type Content, type Markup, markup } from '../../markup/markup.ts';
import type { Owner } from '../../roi/campaign/campaign.ts';
import { isTold, lenses } from '../../roi/metrics/lenses.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { choiceView } from './choice-view.ts';
import { figureView } from './figure-view.ts';
import type { CalculatorContext } from './planner.ts';

/** What one team reads, or both of them: there the ROI of the chosen definition stands first. */
export function lensView(owner: Owner, context: CalculatorContext): Markup {
  const { roi, figures, definition, messages } = context;
  const { metrics } = lenses.find((lens) => lens.owner === owner)!;
  return markup(
    'section',
    { class: `lens ${owner}` },
    markup('h3', { class: owner === 'shared' && 'visually-hidden' }, messages.owners[owner]),
    owner === 'shared' && figureView(messages.definitions[definition], roi[definition], context),
    ...metrics.map(({ id }) => isTold(id, figures) && figureView(messages.figures[id], figures[id], context)),
  );
}

/** The four definitions to choose from. */
export const definitionView = ({ roi, definition, messages, format, choose }: CalculatorContext): Markup =>
  choiceView({
    name: 'definition',
    question: messages.definitionQuestion,
    words: messages.definitions,
    chosen: definition,
    choose,
    figure: (name) => figureText(roi[name as RoiDefinition], messages, format),
  });

/** The figures of each owner. */
export const lensesView = (context: CalculatorContext, ...before: Content): Markup =>
  markup('div', { class: 'lenses' }, ...before, lensView('marketing', context), lensView('sales', context));

/** All figures, one step away. */
export const resultsView = (context: CalculatorContext): Markup =>
  markup(
    'details',
    { class: 'panel more', part: 'panel', open: context.isFull },
    markup('summary', {}, context.messages.more),
    lensesView(context, definitionView(context)),
  );
