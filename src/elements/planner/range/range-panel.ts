import { html } from 'lit/html.js';
import { figureText } from '../../../calculator/figure-text.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { fill } from '../../../i18n/fill.ts';
import { chance } from '../../../i18n/precision.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { announcer } from '../announcer.ts';
import { dataTable } from '../data-table.ts';
import { drawWhileOpen } from '../draw-while-open.ts';
import type { Panel } from '../panel.ts';
import { placed } from '../placed.ts';
import { isUncertain, uncertaintyHint } from '../uncertainty-hint.ts';
import { forecast, type Spread } from './forecast.ts';
import { intervalPicture } from './interval-picture.ts';

/** How far profit may spread, and the chance of a loss. */
export const rangePanel: Panel = {
  name: 'range',
  isPrinted: isUncertain,
  title: (texts) => texts('planner').forecast.title,
  create(update) {
    const { region, say } = announcer(0);
    const forecastOf = drawWhileOpen(() => region.isConnected, update, forecast);
    return (context) => {
      const { campaign, figures, texts, format } = context;
      const messages = texts('planner');
      if (!isUncertain(context)) return uncertaintyHint(messages);
      const { result, isSettled } = forecastOf(campaign, campaign);
      const planned = fill(messages.forecast.planned, {
        profit: figureText(figures.profit, texts('calculator'), format),
      });
      const sentence = result ? sentenceOf(result, context) : messages.forecast.drawing;
      say(isSettled ? sentence : '');
      return html`<div class="plan" aria-busy=${isSettled ? 'false' : 'true'}>
        <p>${sentence}</p>
        <p class="quiet">${planned} ${messages.forecast.luck}</p>
        ${result ? pictures(result, context) : ''} ${region}
      </div>`;
    };
  },
};

function sentenceOf({ profit, lossChance, draws }: Spread, { texts, format }: CalculatorContext): string {
  const { sentence, noLoss, allLoss } = texts('planner').forecast;
  const shown = roundMoney(Object.values(profit!), format);
  return fill(lossChance === 1 ? allLoss : lossChance ? sentence : noLoss, {
    low: shown(profit!.p10),
    high: shown(profit!.p90),
    chance: format.precise(lossChance!, 'fraction', chance),
    draws: format.figure(draws, 'count'),
  });
}

function pictures({ profit, roiMargin }: Spread, { texts, format }: CalculatorContext): unknown[] {
  const { figures, definitions } = texts('calculator');
  const messages = texts('planner');
  const shown = [
    {
      name: figures.profit,
      spread: profit,
      write: profit ? roundMoney(Object.values(profit), format) : format.money,
    },
    {
      name: definitions.margin,
      spread: roiMargin,
      write: (value: number) => format.figure(value, 'fraction'),
    },
  ].flatMap(({ name, spread, write }) => (spread ? [{ name, spread, write }] : []));
  return [
    ...shown.map(({ name, spread, write }) => intervalPicture(name, spread, messages, write)),
    placed(
      dataTable(
        `${messages.table} · ${messages.forecast.title}`,
        { figure: messages.forecast.figure, p10: 'P10', p50: 'P50', p90: 'P90' },
        shown.map(({ name, spread: { p10, p50, p90 }, write }) => [name, write(p10), write(p50), write(p90)]),
      ),
    ),
  ];
}
