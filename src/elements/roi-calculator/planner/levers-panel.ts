import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import { rankLevers } from '../../../roi/rank-levers.ts';
import { dataTable } from '../data-table.ts';
import type { Panel, PanelContext } from '../panel.ts';
import { type LeverBar, leverBars } from './lever-bars.ts';
import { leverFigure, leverLabel } from './lever-words.ts';
import { roiMetrics } from './roi-metrics.ts';
import { uncertaintyHint } from './uncertainty-hint.ts';

/** What matters most: each input moved alone within its own interval, as a tornado. */
export const leversPanel: Panel = {
  name: 'levers',
  title: (texts) => texts('planner').levers.title,
  create(update) {
    let isProfit = true;
    const choose = ({ target }: Event) => {
      isProfit = (target as HTMLInputElement).value === 'profit';
      update();
    };
    return (context) => {
      const { texts, definition } = context;
      const { figures, definitions } = texts('calculator');
      const { question } = texts('planner').levers;
      const choice = (value: string, words: string, isOn: boolean) =>
        html`<label class="choice"
          ><input type="radio" name="levers-metric" value=${value} .checked=${isOn} /><span>${words}</span></label
        >`;
      const picture = tornado(context, isProfit);
      return html`<div class="plan">
        ${
          picture
            ? html`<fieldset class="choices" @change=${choose}>
                <legend>${question}</legend>
                ${choice('profit', figures.profit, isProfit)}
                ${choice('definition', definitions[definition], !isProfit)}
              </fieldset>
              ${picture}`
            : uncertaintyHint(texts('planner'))
        }
      </div>`;
    };
  },
};

function tornado(
  { campaign, definition, texts, format }: PanelContext,
  isProfit: boolean,
): TemplateResult | null {
  const ranking = rankLevers(campaign, { metric: isProfit ? 'profit' : roiMetrics[definition] });
  const { bars, now, zero } = leverBars(ranking);
  if (!bars.length) return null;
  const calculator = texts('calculator');
  const messages = texts('planner').levers;
  const figure = isProfit ? calculator.figures.profit : calculator.definitions[definition];
  const unit = isProfit ? 'currency' : definition === 'roas' ? 'ratio' : 'fraction';
  const shown = (value: number) => format.figure(value, unit);
  const named = ({ lever, owner, ends: [low, high] }: LeverBar) => ({
    label: leverLabel(lever, campaign, calculator),
    owner: calculator.owners[owner],
    low: shown(low.figure),
    high: shown(high.figure),
    atLow: leverFigure(lever, low.lever, format),
    atHigh: leverFigure(lever, high.lever, format),
  });
  const upright = (at: number | null, kind: string) =>
    at === null ? '' : svg`<line x1="${at}%" x2="${at}%" y1="0" y2="24" class=${kind}></line>`;
  const label = (at: number | null, text: string) =>
    at === null
      ? nothing
      : html`<svg class="label" height="16">
          <text x="${at}%" y="12" text-anchor=${at < 30 ? 'start' : at > 70 ? 'end' : 'middle'}>${text}</text>
        </svg>`;
  const [widest] = bars;
  const { label: lever, owner } = named(widest!);
  return html`<p>${fill(messages.sentence, { lever, owner, swing: shown(widest!.swing) })}</p>
    ${label(now, fill(messages.now, { figure, value: shown(ranking.value ?? 0) }))}
    <ol class="bars">
      ${bars.map((bar) => {
        const words = named(bar);
        const [low, high] = bar.ends;
        return html`<li class=${bar.owner}>
          <p class="between"><span>${words.label}</span> <span class="quiet">${words.owner}</span></p>
          <svg role="img" aria-label=${fill(messages.picture, { figure, ...words })} height="24">
            ${upright(zero, 'zero')}
            <line x1="${low.at}%" x2="${high.at}%" y1="12" y2="12" class="bar"></line>
            ${upright(now, 'mark')}
          </svg>
          <p class="between quiet">
            <span>${fill(messages.end, { value: words.atLow, result: words.low })}</span>
            <span>${fill(messages.end, { value: words.atHigh, result: words.high })}</span>
          </p>
        </li>`;
      })}
    </ol>
    ${label(zero, messages.zero)}
    ${dataTable(
      `${calculator.table} · ${messages.title}`,
      [messages.lever, messages.owner, messages.interval, messages.low, messages.high],
      bars.map((bar) => {
        const words = named(bar);
        const { lever, ends } = bar;
        const [from, to] = ends.map((end) => end.lever).sort((a, b) => a - b) as [number, number];
        const interval = `${leverFigure(lever, from, format)} – ${leverFigure(lever, to, format)}`;
        return [words.label, words.owner, interval, words.low, words.high];
      }),
    )}`;
}
