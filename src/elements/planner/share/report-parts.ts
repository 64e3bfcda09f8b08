import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { scenarioMemory } from './scenario-memory.ts';

/** At the top of a printed plan: what it is called, the day, and where it can be opened again. */
export const reportHead = ({ scenario, format, host }: CalculatorContext): TemplateResult =>
  html`<div class="printed">
    ${scenario.name ? html`<h2>${scenario.name}</h2>` : nothing}
    <p>${new Date().toLocaleDateString(format.locale, { dateStyle: 'long' })}</p>
    <p class="quiet">${scenarioMemory.linkTo(scenario, host.id)}</p>
  </div>`;

/** At its end: a line for each team to sign. */
export const signatures = ({ texts, messages: { owners } }: CalculatorContext): TemplateResult =>
  html`<div class="printed signatures">
    ${[owners.marketing, owners.sales].map((owner) => html`<p>${owner}: ${texts('share').signed}</p>`)}
  </div>`;
