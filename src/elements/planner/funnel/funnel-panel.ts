import { figureText } from '../../../calculator/figure-text.ts';
import { stageName } from '../../../calculator/stage-name.ts';
import { detail } from '../../../i18n/precision.ts';
import { markup } from '../../../markup/markup.ts';
import { funnelStages } from '../../../roi/metrics/funnel-stages.ts';
import { barTable, scrolled } from '../bar-table.ts';
import type { Panel } from '../panel.ts';

/** How many reach each stage, at what cost and rate, and whose stage it is. A bar is a rate, since a funnel spans powers of ten. */
export const funnelPanel: Panel = {
  name: 'funnel',
  isReported: () => true,
  title: (texts) => texts('planner').funnel.title,
  create: () => (context) => {
    const { standing, messages, texts, format } = context;
    const words = texts('planner').funnel;
    const rows = funnelStages(standing).map(({ name, owner, count, rate, costPer }) => ({
      owner,
      name: stageName(name, messages),
      note: messages.owners[owner],
      cells: [
        format.precise(count, 'count', detail),
        figureText({ ...costPer, unit: 'currency' }, messages, format),
        rate === null ? '' : format.figure(rate, 'fraction'),
      ],
      bar: [markup('line', { x2: `${100 * (rate ?? 0)}%`, y1: '8', y2: '8', class: 'bar' })],
    }));
    return [
      markup(
        'div',
        { class: 'plan' },
        scrolled(words.title, barTable(Object.values(words.columns), rows)),
        markup('p', { class: 'quiet' }, words.costs),
      ),
    ];
  },
};
