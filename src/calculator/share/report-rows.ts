import type { Campaign, Range } from '../../roi/campaign/campaign.ts';
import { type Lever, leversOf } from '../../roi/goal/lever.ts';
import { lenses } from '../../roi/metrics/lenses.ts';
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
  const { definitionQuestion } = sheet.texts('calculator');
  const { columns, definition } = sheet.texts('share');
  return [
    Object.values(columns),
    ...inputRows(sheet),
    [definitionQuestion, definition, '', sheet.texts('calculator').definitions[sheet.definition]],
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
      return [part, label, messages.owners[lever.owner], lever.value, ...ends(lever, campaign)];
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
function ends({ id }: Lever, { costs, value, funnel }: Campaign): Cell[] {
  const [kind, name] = id.split(':');
  const given =
    kind === 'rate'
      ? funnel.find((stage) => stage.name === name)?.rate
      : ({ ...costs, ...value } as Record<string, Range | undefined>)[name ?? ''];
  if (!given || typeof given !== 'object') return [];
  return 'of' in given ? [given.hits, given.of] : [given.low, given.high];
}

function figureRows({ roi, figures, texts, format }: Worksheet): Cell[][] {
  const messages = texts('calculator');
  const value = (metric: Metric) => metric.value ?? figureText(metric, messages, format);
  return [
    ...Object.entries(roi).map(([definition, metric]): Cell[] => [
      messages.definitionQuestion,
      messages.definitions[definition as RoiDefinition],
      '',
      value(metric),
    ]),
    ...lenses.flatMap(({ owner, metrics }) =>
      metrics.map(({ id }): Cell[] => [
        messages.owners[owner],
        messages.figures[id],
        messages.owners[owner],
        value(figures[id]),
      ]),
    ),
  ];
}
