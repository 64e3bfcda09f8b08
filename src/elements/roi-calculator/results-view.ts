import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figureText } from '../../calculator/figure-text.ts';
import { lenses } from '../../roi/metrics/lenses.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { choiceView } from './choice-view.ts';
import { figureView } from './figure-view.ts';
import type { CalculatorContext } from './planner.ts';

/** The four definitions to choose from, how the chosen one is computed, and both lenses. */
export const resultsView = (context: CalculatorContext): TemplateResult => {
  const { expected, roi, figures, definition, messages, format, choose } = context;
  return html`
    ${choiceView({
      name: 'definition',
      question: messages.definitionQuestion,
      words: messages.definitions,
      chosen: definition,
      choose,
      figure: (name) => figureText(roi[name as RoiDefinition], messages, format),
    })}
    ${figureView(messages.formula, roi[definition], context)}
    ${expected.churn === null ? nothing : html`<p class="quiet">${messages.monthly}</p>`}
    ${lenses.map(
      ({ owner, metrics }) => html`<section class="lens ${owner}">
        <h3>${messages.owners[owner]}</h3>
        ${metrics.map(({ id }) => figureView(messages.figures[id], figures[id], context))}
      </section>`,
    )}
  `;
};
