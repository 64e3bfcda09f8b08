import { html, type TemplateResult } from 'lit/html.js';
import type { PlannerMessages } from '../../i18n/planner-messages.ts';

/** Nothing uncertain given: how to give it, since a flat percentage would be invented. */
export const uncertaintyHint = ({ uncertainty }: PlannerMessages): TemplateResult =>
  html`<div class="plan">
    <p>${uncertainty.none}</p>
    <ul>
      <li>${uncertainty.counts}</li>
      <li>${uncertainty.ranges}</li>
    </ul>
  </div>`;
