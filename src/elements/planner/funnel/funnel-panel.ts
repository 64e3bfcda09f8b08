import { html, svg } from 'lit/html.js';
import { figureText } from '../../../calculator/figure-text.ts';
import { stageName } from '../../../calculator/stage-name.ts';
import { detail } from '../../../i18n/precision.ts';
import { funnelStages } from '../../../roi/metrics/funnel-stages.ts';
import { dataTable } from '../data-table.ts';
import type { Panel } from '../panel.ts';
import { placed } from '../placed.ts';

const rowHeight = 60;

/** How many reach each stage, at what rate and cost, and whose stage it is. Bars are logarithmic: a funnel spans powers of ten. */
export const funnelPanel: Panel = {
  name: 'funnel',
  isPrinted: () => true,
  title: (texts) => texts('planner').funnel.title,
  create: () => (context) => {
    const { standing, messages, texts, format } = context;
    const words = texts('planner').funnel;
    const stages = funnelStages(standing).map(({ name, owner, count, rate, costPer }) => ({
      owner,
      count,
      row: [
        stageName(name, messages),
        format.precise(count, 'count', detail),
        rate === null ? '' : format.figure(rate, 'fraction'),
        figureText({ ...costPer, unit: 'currency' }, messages, format),
        messages.owners[owner],
      ] as const,
    }));
    // In a plan no stage is wider than the first.
    const widest = Math.log1p(stages[0]!.count) || 1;
    const described = stages.map(({ row: [name, shown] }) => `${name} ${shown}`).join(', ');
    const table = dataTable(
      texts('planner').table,
      words.columns,
      stages.map(({ row }) => row),
    );
    return html`<svg role="img" aria-label=${described} height=${stages.length * rowHeight}>
        ${stages.map(
          ({ owner, count, row: [name, shown, rate, , whose] }, at) =>
            svg`<g transform="translate(0 ${at * rowHeight})" class=${owner}>
              <text y="20">${shown} ${name}</text>
              <text x="100%" y="20" text-anchor="end" class="quiet">${whose} ${rate}</text>
              <rect y="28" width="${(100 * Math.log1p(count)) / widest}%" height="16" rx="2"></rect>
            </g>`,
        )}
      </svg>
      <p class="quiet">${words.scale}</p>
      ${placed(table)}
      <p class="quiet">${words.costs}</p>`;
  },
};
