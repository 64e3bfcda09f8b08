import { roundMoney } from '../../../calculator/round-money.ts';
import { markup } from '../../../markup/markup.ts';
import { leverRanking } from '../../../roi/goal/rank-levers.ts';
import { roiMetric } from '../../../roi/metrics/roi-metrics.ts';
import { profit as profitMetric } from '../../../roi/metrics/rows/returns.ts';
import { choiceView } from '../../roi-calculator/choice-view.ts';
import type { Panel } from '../panel.ts';
import { tornado } from './tornado.ts';

/** What matters most: each input moved alone, over its own range or by an equal step. */
export const leversPanel: Panel = {
  name: 'levers',
  isReported: () => true,
  title: (texts) => texts('planner').levers.title,
  create: () => (context) => {
    const { campaign, whole, definition, format, texts, scenario, decide } = context;
    const isProfit = scenario.entries?.['levers-metric'] !== 'definition';
    const choose = ({ target }: Event) => {
      const { name, value } = target as HTMLInputElement;
      decide({ entries: { ...scenario.entries, [name]: value } });
    };
    const ranking = leverRanking(campaign, isProfit ? profitMetric : roiMetric(definition));
    // A volume that follows its budget brings it along: the budget alone buys nothing less.
    if (whole.follows) ranking.levers = ranking.levers.filter(({ lever }) => lever !== 'cost:media');
    const ends = ranking.levers.flatMap(({ atLow, atHigh }) => [atLow ?? 0, atHigh ?? 0]);
    const write = isProfit
      ? roundMoney([ranking.value ?? 0, ...ends], format)
      : (value: number) => format.figure(value, definition === 'roas' ? 'ratio' : 'fraction');

    const { figures, definitions } = texts('calculator');
    return [
      markup(
        'div',
        { class: 'plan' },
        choiceView({
          name: 'levers-metric',
          question: texts('planner').levers.question,
          words: { profit: figures.profit, definition: definitions[definition] },
          chosen: isProfit ? 'profit' : 'definition',
          choose,
        }),
        ...tornado(ranking, write, context),
      ),
    ];
  },
};
