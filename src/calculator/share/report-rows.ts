import { fill } from '../../i18n/fill.ts';
import { whole } from '../../i18n/precision.ts';
import { type Lever, leversOf } from '../../roi/goal/lever.ts';
import { isTold, lenses } from '../../roi/metrics/lenses.ts';
import type { Metric } from '../../roi/metrics/metric.ts';
import type { RoiDefinition } from '../../roi/metrics/roi-definition.ts';
import { figureText } from '../figure-text.ts';
import { leverLabel } from '../lever-words.ts';
import type { Worksheet } from '../worksheet.ts';
import type { Cell } from './csv-text.ts';

/**
 * A calculation as a table in the words of the calculator: what was entered, and what it comes to. Part, what, owner,
 * value; then from where to where, for a range.
 */
export function reportRows(sheet: Worksheet): Cell[][] {
  const { currency, definitionQuestion, definitions, within } = sheet.texts('calculator');
  const { columns, definition, name } = sheet.texts('share');
  const months = sheet.format.months(sheet.expected.timing!.months);
  return [
    Object.values(columns),
    ...(sheet.scenario.name ? [['', name, '', sheet.scenario.name]] : []),
    ['', currency, '', sheet.whole.currency],
    ...inputRows(sheet),
    [definitionQuestion, definition, '', `${definitions[sheet.definition]} · ${fill(within, { months })}`],
    ...figureRows(sheet),
  ];
}

function inputRows({ campaign, texts }: Worksheet): Cell[][] {
  const messages = texts('calculator');
  const { timing } = texts('planner');
  const { groups } = messages;
  const { months = 1, spend = [] } = campaign.timing ?? {};
  const delay = campaign.funnel.at(-1)?.delay ?? [1];
  return [
    ...leversOf(campaign).map((lever): Cell[] => {
      const [kind] = lever.id.split(':');
      const part = kind === 'cost' ? groups.costs : kind === 'value' ? groups.value : groups.funnel;
      const label = leverLabel(lever.id, campaign, messages);
      const { given } = lever;
      const isRange = typeof given === 'object' && 'low' in given;
      const what = isRange ? fill(texts('share').average, { what: label }) : label;
      return [part, what, messages.owners[lever.owner], lever.value, ...ends(lever)];
    }),
    [timing.title, timing.spendMonths, messages.owners.shared, spend.length],
    [
      timing.title,
      timing.delay,
      messages.owners.shared,
      delay.reduce((sum, share, at) => sum + share * at, 0),
    ],
    [timing.title, timing.months, messages.owners.shared, months],
  ];
}

/** The ends of a range that was entered, or the counts behind a rate: so many, of so many. */
function ends({ given }: Lever): Cell[] {
  if (typeof given !== 'object' || 'counted' in given) return [];
  return 'of' in given ? [given.hits, given.of] : [given.low, given.high];
}

function figureRows({ roi, figures, texts, format }: Worksheet): Cell[][] {
  const messages = texts('calculator');
  const value = (metric: Metric) =>
    metric.value === null
      ? figureText(metric, messages, format)
      : metric.unit === 'count'
        ? whole(metric.value)
        : metric.value;
  return [
    ...Object.entries(roi).map(([definition, metric]): Cell[] => [
      messages.definitionQuestion,
      messages.definitions[definition as RoiDefinition],
      '',
      value(metric),
    ]),
    ...lenses.flatMap(({ owner, metrics }) =>
      metrics
        .filter(({ id }) => isTold(id, figures))
        .map(({ id }): Cell[] => [
          messages.owners[owner],
          messages.figures[id],
          messages.owners[owner],
          value(figures[id]),
        ]),
    ),
  ];
}
