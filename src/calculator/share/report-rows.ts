import type { Campaign, Owner, Range } from '../../roi/campaign.ts';
import { type Lever, leversOf } from '../../roi/lever.ts';
import type { Metric, RoiDefinition } from '../../roi/metric.ts';
import { figureText } from '../figure-text.ts';
import { goalAsked } from '../goal/goal-asked.ts';
import { hasPlan } from '../goal/has-plan.ts';
import { lenses } from '../lenses.ts';
import { leverLabel, partLabel } from '../lever-words.ts';
import { answered } from '../question.ts';
import { stageName } from '../stage-name.ts';
import type { Worksheet } from '../worksheet.ts';
import type { Cell } from './csv-text.ts';
import type { Report } from './report.ts';

/**
 * A report as a table in the words of the calculator: what was entered, what it comes to, the goal, and what happened.
 * Part, what, owner, value; then from where to where, for a range or a movement.
 */
export function reportRows(report: Report, sheet: Worksheet): Cell[][] {
  const { definitionQuestion } = sheet.texts('calculator');
  const { columns, definition } = sheet.texts('share');
  return [
    Object.values(columns),
    ...inputRows(sheet),
    [definitionQuestion, definition, '', sheet.texts('calculator').definitions[sheet.definition]],
    ...figureRows(sheet),
    ...goalRows(report, sheet),
    ...actualRows(report, sheet),
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

function goalRows({ goal }: Report, sheet: Worksheet): Cell[][] {
  if (!goal) return [];
  const { texts, scenario } = sheet;
  const messages = texts('calculator');
  const words = texts('planner').goal;
  const { metric, lever, questions } = goalAsked(sheet);
  const asked = Object.values(questions).map((question): Cell[] => [
    words.title,
    question.label,
    '',
    answered(question, scenario.entries ?? {}),
  ]);
  const { stages, spend } = goal.plan;
  const delivered = [
    ...stages.map((stage) => ({ ...stage, what: stageName(stage.name, messages) })),
    { ...spend.marketing, what: words.spend, owner: 'marketing' as Owner },
    { ...spend.sales, what: words.spend, owner: 'sales' as Owner },
  ];
  return [
    [words.title, words.metric, '', metric.label],
    ...asked,
    [words.title, words.vary, '', leverLabel(lever.id, sheet.campaign, messages)],
    ...(hasPlan(goal.plan) ? delivered : []).flatMap(({ what, owner, total, perMonth }): Cell[][] => [
      [words.title, `${what}: ${words.total}`, messages.owners[owner], total],
      [words.title, `${what}: ${words.perMonth}`, messages.owners[owner], perMonth],
    ]),
  ];
}

function actualRows({ actual }: Report, { campaign, texts }: Worksheet): Cell[][] {
  if (!actual) return [];
  const messages = texts('calculator');
  const { title, sum, effect } = texts('planner').actual;
  const row = (what: string, owner: Owner | null, ...cells: Cell[]): Cell[] => [
    title,
    `${what}: ${effect}`,
    owner && messages.owners[owner],
    ...cells,
  ];
  return [
    ...actual.variance.parts.map((part) =>
      row(partLabel(part, campaign, messages), part.owner, part.effect, part.planned, part.actual),
    ),
    row(sum, null, actual.variance.gap),
  ];
}
