import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CalculatorMessages } from '../../i18n/calculator-messages.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import type { RoiDefinition } from '../../roi/metric.ts';
import type { Answer } from './answer.ts';
import { choiceView } from './choice-view.ts';
import { figureText, figureView } from './figure-view.ts';
import { lenses } from './lenses.ts';

/** The four definitions to choose from, how the chosen one is computed, and both lenses. */
export const resultsView = (
  { expected, roi, figures }: Answer,
  definition: RoiDefinition,
  messages: CalculatorMessages,
  format: Formatter,
  choose: (event: Event) => void,
): TemplateResult => html`
  ${choiceView('definition', messages.definitionQuestion, messages.definitions, definition, choose, (name) => figureText(roi[name as RoiDefinition], messages, format))}
  ${figureView(messages.formula, roi[definition], messages, format)}
  ${expected.churn === null ? nothing : html`<p class="quiet">${messages.monthly}</p>`}
  ${lenses.map(
    ({ owner, metrics }) => html`<section class="lens ${owner}">
      <h3>${messages.owners[owner]}</h3>
      ${metrics.map(({ id }) => figureView(messages.figures[id], figures[id], messages, format))}
    </section>`,
  )}
`;
