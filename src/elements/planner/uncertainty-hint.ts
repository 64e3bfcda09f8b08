import { html, type TemplateResult } from 'lit/html.js';
import type { Worksheet } from '../../calculator/worksheet.ts';
import type { PlannerMessages } from '../../i18n/planner-messages.ts';
import { leverRanking } from '../../roi/goal/rank-levers.ts';
import { profit } from '../../roi/metrics/rows/returns.ts';

/** Nothing uncertain given: how to give it, since a flat percentage would be invented. */
export const uncertaintyHint = ({ uncertainty }: PlannerMessages): TemplateResult =>
  html`<div class="plan">
    <p>${uncertainty.none}</p>
    <ul>
      <li>${uncertainty.counts}</li>
      <li>${uncertainty.ranges}</li>
    </ul>
  </div>`;

/** Whether anything uncertain was given: without it a range and a ranking say nothing. */
export const isUncertain = ({ campaign }: Worksheet): boolean =>
  leverRanking(campaign, profit).reason === null;
