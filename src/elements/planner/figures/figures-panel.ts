import { markup } from '../../../markup/markup.ts';
import { definitionView, lensesView } from '../../roi-calculator/results-view.ts';
import type { Panel } from '../panel.ts';

/** The four definitions and what each of them tells, and the figures that each team reads. */
export const figuresPanel: Panel = {
  name: 'figures',
  title: (texts) => texts('calculator').more,
  create: () => (context) => [
    markup(
      'div',
      { class: 'plan' },
      definitionView(context),
      markup('p', { class: 'quiet' }, context.texts('planner').advice[context.definition]),
      lensesView(context),
    ),
  ],
};
