import { leverFigure, leverLabel } from '../../../calculator/lever-words.ts';
import { type LeverBar, leverBars } from '../../../calculator/levers/lever-bars.ts';
import { fill } from '../../../i18n/fill.ts';
import { type Content, markup } from '../../../markup/markup.ts';
import { type LeverRanking, leverStep } from '../../../roi/goal/rank-levers.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { barTable, scrolled } from '../bar-table.ts';

/** The figure that the levers move: how it is written. */
export type MovedFigure = (value: number) => string;

/** The widest lever (or those that are as wide) in a sentence, and all of them as bars around the plan. */
export function tornado(
  ranking: LeverRanking,
  write: MovedFigure,
  { campaign, texts, format }: CalculatorContext,
): Content {
  const calculator = texts('calculator');
  const messages = texts('planner').levers;
  const { bars, now, zero } = leverBars(ranking);
  const words = bars.map(({ lever, owner, swing }) => ({
    lever: leverLabel(lever, campaign, calculator),
    owner: calculator.owners[owner],
    swing: write(swing),
  }));
  const [widest] = words;
  if (!widest) return [markup('p', {}, calculator.noAnswer)];

  const upright = (at: number | null, kind: string) =>
    at !== null && markup('line', { x1: `${at}%`, x2: `${at}%`, y1: '0', y2: '16', class: kind });
  const row = ({ lever, owner, basis, ends }: LeverBar, at: number) => ({
    owner,
    name: words[at]!.lever,
    note: `${words[at]!.owner} · ${basis === 'own' ? messages.own : fill(messages.step, { step: format.figure(leverStep, 'fraction') })}`,
    cells: ends.map((end) =>
      fill(messages.end, { value: leverFigure(lever, end.lever, format), result: write(end.figure) }),
    ),
    bar: [
      upright(zero, 'zero'),
      markup('line', { x1: `${ends[0].at}%`, x2: `${ends[1].at}%`, y1: '8', y2: '8', class: 'bar' }),
      upright(now, 'mark'),
    ],
  });

  const alike = words.filter(({ swing }) => swing === widest.swing);
  const levers = alike.map(({ lever, owner }) => `${lever} (${owner})`).join(', ');
  return [
    markup(
      'p',
      {},
      alike.length > 1
        ? fill(messages.alike, { levers, swing: widest.swing })
        : fill(messages.sentence, widest),
    ),
    markup(
      'p',
      { class: 'quiet' },
      `┃ ${fill(messages.now, { value: write(ranking.value ?? 0) })} ${zero === null ? '' : `┊ ${messages.zero}`}`,
    ),
    scrolled(messages.title, barTable([messages.lever, messages.low, messages.high], bars.map(row))),
  ];
}
