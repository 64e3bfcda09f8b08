import { figureText } from '../../calculator/figure-text.ts';
import { stageName } from '../../calculator/stage-name.ts';
import type { Worksheet } from '../../calculator/worksheet.ts';
import { detail } from '../../i18n/precision.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { funnelStages } from '../../roi/metrics/funnel-stages.ts';
import { dataTable } from './data-table.ts';

const rowHeight = 60;

/** How many reach each stage, at what rate and cost, and whose stage it is. Bars are logarithmic: a funnel spans powers of ten. */
export function funnelView({ standing, messages, format }: Worksheet): Markup {
  const stages = funnelStages(standing).map(({ name, owner, count, rate, costPer }) => ({
    owner,
    count,
    row: [
      stageName(name, messages),
      format.precise(count, 'count', detail),
      rate === null ? '' : format.figure(rate, 'fraction'),
      figureText({ ...costPer, unit: 'currency' }, messages, format),
      messages.owners[owner],
    ],
  }));
  // In a plan no stage is wider than the first.
  const widest = Math.log1p(stages[0]!.count) || 1;
  const described = stages.map(({ row: [name, shown] }) => `${name} ${shown}`).join(', ');
  return markup(
    'details',
    { class: 'panel', part: 'panel' },
    markup('summary', {}, messages.funnel),
    markup(
      'svg',
      { role: 'img', 'aria-label': described, height: `${stages.length * rowHeight}` },
      ...stages.map(({ owner, count, row: [name, shown, rate, , whose] }, at) =>
        markup(
          'g',
          { transform: `translate(0 ${at * rowHeight})`, class: owner },
          markup('text', { y: '20' }, `${shown} ${name}`),
          markup('text', { x: '100%', y: '20', 'text-anchor': 'end', class: 'quiet' }, `${whose} ${rate}`),
          markup('rect', {
            y: '28',
            width: `${(100 * Math.log1p(count)) / widest}%`,
            height: '16',
            rx: '2',
          }),
        ),
      ),
    ),
    markup('p', { class: 'quiet' }, messages.scale),
    dataTable(
      messages.table,
      messages.funnelColumns,
      stages.map(({ row }) => row),
    ),
    markup('p', { class: 'quiet' }, messages.costs),
  );
}
