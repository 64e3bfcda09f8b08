import type { Worksheet } from '../../calculator/worksheet.ts';
import type { PlannerMessages } from '../../i18n/planner-messages.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { isUncertain as hasUncertainty } from '../../roi/chance/why-not-drawn.ts';

/** Nothing uncertain given: how to give it, since a flat percentage would be invented. */
export const uncertaintyHint = ({ uncertainty }: PlannerMessages): Markup =>
  markup(
    'div',
    { class: 'plan' },
    markup('p', {}, uncertainty.none),
    markup('ul', {}, markup('li', {}, uncertainty.counts), markup('li', {}, uncertainty.ranges)),
  );

/** Whether anything uncertain was given: without it a range says false. */
export const isUncertain = ({ campaign }: Worksheet): boolean => hasUncertainty(campaign);
