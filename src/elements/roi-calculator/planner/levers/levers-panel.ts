import { html } from 'lit/html.js';
import { rankLevers } from '../../../../roi/rank-levers.ts';
import type { Panel } from '../panel.ts';
import { roiMetrics } from '../roi-metrics.ts';
import { roundMoney } from '../round-money.ts';
import { uncertaintyHint } from '../uncertainty-hint.ts';
import { type MovedFigure, tornado } from './tornado.ts';

/** What matters most: each input moved alone within its own interval. */
export const leversPanel: Panel = {
  name: 'levers',
  title: (texts) => texts('planner').levers.title,
  create: () => (context) => {
    const { campaign, definition, format, texts, scenario, decide } = context;
    const isProfit = scenario.entries?.['levers-metric'] !== 'definition';
    const choose = ({ target }: Event) =>
      decide({ entries: { ...scenario.entries, 'levers-metric': (target as HTMLInputElement).value } });
    const ranking = rankLevers(campaign, { metric: isProfit ? 'profit' : roiMetrics[definition] });
    if (ranking.reason) return uncertaintyHint(texts('planner'));

    const { figures, definitions } = texts('calculator');
    const profit: MovedFigure = { name: figures.profit, write: roundMoney([ranking.value ?? 0], format) };
    const roi: MovedFigure = {
      name: definitions[definition],
      write: (value) => format.figure(value, definition === 'roas' ? 'ratio' : 'fraction'),
    };
    const choice = (value: string, { name }: MovedFigure, isOn: boolean) =>
      html`<label class="choice"
          ><input type="radio" name="levers-metric" value=${value} .checked=${isOn} /><span>${name}</span></label
        >`;
    return html`<div class="plan">
        <fieldset class="choices" @change=${choose}>
          <legend>${texts('planner').levers.question}</legend>
          ${choice('profit', profit, isProfit)} ${choice('definition', roi, !isProfit)}
        </fieldset>
        ${tornado(ranking, isProfit ? profit : roi, context)}
      </div>`;
  },
};
