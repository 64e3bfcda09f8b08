import { fill } from '../../i18n/fill.ts';
import type { Formatter } from '../../i18n/formatter.ts';
import { target as precision } from '../../i18n/precision.ts';
import type { GoalPlan } from '../../roi/goal/goal.ts';
import { leverFigure, leverLabel } from '../lever-words.ts';
import type { Worksheet } from '../worksheet.ts';
import type { GoalAsked } from './goal-asked.ts';
import type { GoalMetric } from './goal-metrics.ts';
import { isEndless } from './has-plan.ts';

/** A figure of the goal's metric. */
export const goalFigure = (value: number, { unit }: GoalMetric, format: Formatter): string =>
  unit === 'count' ? format.precise(value, 'count', precision) : format.figure(value, unit);

/** Whether the goal is reached on these numbers, by which lever, what stops it, and what else would do. One sentence each. */
export function verdict(
  plan: Omit<GoalPlan, 'campaign'>,
  { goal, metric, lever: { value: from } }: GoalAsked,
  { campaign, texts, format }: Pick<Worksheet, 'campaign' | 'texts' | 'format'>,
): string[] {
  const messages = texts('planner').goal;
  const calculator = texts('calculator');
  const { status, lever, value, result, binds, levers, deadline } = plan;
  const figure = (at: number) => leverFigure(lever, at, format);
  const shown = (value: number) => goalFigure(value, metric, format);
  const places = {
    lever: leverLabel(lever, campaign, calculator),
    from: figure(from),
    to: value === null ? '' : figure(value),
    best: result === null ? calculator.noAnswer : shown(result),
    binds: binds ? fill(messages.binds[binds], { deadline }) : '',
    levers: levers.map((other) => leverLabel(other, campaign, calculator)).join(', '),
  };
  if (status === 'met')
    return [fill(places.best === shown(goal!.target) ? messages.asPlanned : messages.exceeded, places)];
  if (status === 'reached')
    return [fill(lever === 'volume' && value === 0 ? messages.idle : messages.reached, places)];
  return [
    fill(status === 'no-effect' ? messages.noEffect : messages.unreachable, places),
    fill(levers.length ? messages.others : messages.noOthers, places),
    ...(value === null ? [] : [fill(isEndless(plan) ? messages.endless : messages.best, places)]),
  ];
}
