import { type Markup, markup } from '../../../markup/markup.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { scenarioMemory } from './scenario-memory.ts';

/** At the top of a printed plan: what it is called, the day, and where it can be opened again. */
export const reportHead = ({ scenario, format, host }: CalculatorContext): Markup =>
  markup(
    'div',
    { class: 'printed' },
    !!scenario.name && markup('h2', {}, scenario.name),
    markup('p', {}, new Date().toLocaleDateString(format.locale, { dateStyle: 'long' })),
    markup('p', { class: 'quiet' }, scenarioMemory.linkTo(scenario, host.id)),
  );

/** At its end: a line for each team to sign. */
export const signatures = ({ texts, messages: { owners } }: CalculatorContext): Markup =>
  markup(
    'div',
    { class: 'printed signatures' },
    ...[owners.marketing, owners.sales].map((owner) => markup('p', {}, `${owner}: ${texts('share').signed}`)),
  );
