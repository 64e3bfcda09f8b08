import { figureText } from '../../../calculator/figure-text.ts';
import { roundMoney } from '../../../calculator/round-money.ts';
import { scale } from '../../../calculator/scale.ts';
import { fill } from '../../../i18n/fill.ts';
import { chance } from '../../../i18n/precision.ts';
import { type Markup, markup } from '../../../markup/markup.ts';
import type { Percentiles } from '../../../roi/chance/percentiles.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { announcer } from '../announcer.ts';
import { type BarRow, barTable, scrolled } from '../bar-table.ts';
import { drawWhileOpen } from '../draw-while-open.ts';
import type { Panel } from '../panel.ts';
import { isUncertain, uncertaintyHint } from '../uncertainty-hint.ts';
import { forecast, type Spread } from './forecast.ts';
import { rangeRows, savedRange } from './range-report.ts';

/** How far profit may spread, and the chance of a loss. */
export const rangePanel: Panel = {
  name: 'range',
  isReported: isUncertain,
  rows: rangeRows,
  saved: savedRange,
  title: (texts) => texts('planner').forecast.title,
  create(update, place) {
    const { region, say } = announcer(place, 0);
    const forecastOf = drawWhileOpen(() => place.isConnected, update, forecast);
    return (context) => {
      const { campaign, figures, texts, format } = context;
      const messages = texts('planner');
      if (!isUncertain(context)) return [uncertaintyHint(messages)];
      const { result, isSettled } = forecastOf(campaign, campaign);
      const planned = fill(messages.forecast.planned, {
        profit: figureText(figures.profit, texts('calculator'), format),
      });
      const sentence = result ? sentenceOf(result, context) : messages.forecast.drawing;
      say(isSettled ? sentence : '');
      return [
        markup(
          'div',
          { class: 'plan', 'aria-busy': isSettled ? 'false' : 'true' },
          markup('p', {}, sentence),
          markup('p', { class: 'quiet' }, `${planned} ${messages.forecast.luck}`),
          result !== null && spreads(result, context),
          region,
        ),
      ];
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

/** Low, middle and high of each figure, on a line with its zero. */
function spreads({ profit, roiMargin }: Spread, { texts, format }: CalculatorContext): Markup {
  const { figures, definitions } = texts('calculator');
  const { forecast: messages, levers } = texts('planner');
  const row = (name: string, spread: Percentiles | null, write: (value: number) => string): BarRow[] => {
    if (!spread) return [];
    const { p10, p50, p90 } = spread;
    const x = scale([p10, p90, 0], 2);
    const upright = (at: number, kind: string) =>
      markup('line', { x1: `${x(at)}%`, x2: `${x(at)}%`, y1: '0', y2: '16', class: kind });
    return [
      {
        owner: 'shared',
        name,
        note: `┃ P50 ┊ ${levers.zero}`,
        cells: [p10, p50, p90].map(write),
        bar: [
          upright(0, 'zero'),
          markup('line', { x1: `${x(p10)}%`, x2: `${x(p90)}%`, y1: '8', y2: '8', class: 'bar' }),
          upright(p50, 'mark'),
        ],
      },
    ];
  };
  return scrolled(
    messages.title,
    barTable(
      [
        messages.title,
        ...(['p10', 'p50', 'p90'] as const).map((name) => `${name.toUpperCase()}: ${messages[name]}`),
      ],
      [
        ...row(figures.profit, profit, roundMoney(Object.values(profit ?? {}), format)),
        ...row(definitions.margin, roiMargin, (value) => format.figure(value, 'fraction')),
      ],
    ),
  );
}
