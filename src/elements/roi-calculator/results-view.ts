import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figureText } from '../../calculator/figure-text.ts';
import { laterSentence } from '../../calculator/later-sentence.ts';
import { fill } from '../../i18n/fill.ts';
import { isTold, lenses } from '../../roi/metrics/lenses.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { choiceView } from './choice-view.ts';
import { figureView } from './figure-view.ts';
import type { CalculatorContext } from './planner.ts';

/** The four definitions to choose from, what is counted, and the figures of each owner and of both. */
export const resultsView = (context: CalculatorContext): TemplateResult => {
  const { expected, roi, figures, definition, messages, format, choose } = context;
  const counted = [
    expected.churn === null ? '' : fill(messages.monthly, { months: format.months(expected.timing!.months) }),
    laterSentence(context),
  ].filter(Boolean);
  return html`
    ${choiceView({
      name: 'definition',
      question: messages.definitionQuestion,
      words: messages.definitions,
      chosen: definition,
      choose,
      figure: (name) => figureText(roi[name as RoiDefinition], messages, format),
    })}
    ${counted.length ? html`<p class="quiet">${counted.join(' ')}</p>` : nothing}
    ${lenses.map(
      ({ owner, metrics }) => html`<section class="lens ${owner}">
        <h3>${messages.owners[owner]}</h3>
        ${owner === 'shared' ? figureView(messages.definitions[definition], roi[definition], context) : nothing}
        ${metrics.map(({ id }) =>
          isTold(id, figures) ? figureView(messages.figures[id], figures[id], context) : nothing,
        )}
      </section>`,
    )}
  `;
};
