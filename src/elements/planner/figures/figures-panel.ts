import { markup } from '../../../markup/markup.ts';
import { lensesView } from '../../roi-calculator/results-view.ts';
import type { Panel } from '../panel.ts';

/** The four definitions, and the figures that each team reads. */
export const figuresPanel: Panel = {
  name: 'figures',
  title: (texts) => texts('calculator').more,
  create: () => (context) => [markup('div', { class: 'plan' }, lensesView(context))],
};
