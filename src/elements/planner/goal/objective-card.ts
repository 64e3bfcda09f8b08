import { hasPlan } from '../../../calculator/goal/has-plan.ts';
import { stageName } from '../../../calculator/stage-name.ts';
import { fill } from '../../../i18n/fill.ts';
import { delivery, rounded } from '../../../i18n/precision.ts';
import { type Markup, markup } from '../../../markup/markup.ts';
import type { Owner } from '../../../roi/campaign/campaign.ts';
import { owners } from '../../../roi/campaign/owner.ts';
import type { Delivery, GoalPlan } from '../../../roi/goal/goal.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { barTable } from '../bar-table.ts';

/**
 * One objective: for marketing and for sales what to deliver in total and a month, by when. The heading says when the
 * last of it is due; what is due sooner says so itself.
 * @param title what, how much, by when
 * @param limits under which it holds
 */
export function objectiveCard(
  plan: GoalPlan,
  title: string,
  sentences: readonly string[],
  limits: readonly string[],
  { texts, format }: CalculatorContext,
): Markup {
  const calculator = texts('calculator');
  const messages = texts('planner').goal;
  const row = (
    name: string,
    { total, perMonth, dueMonth }: Delivery,
    latest: number,
    shown: (value: number) => string,
  ) => ({
    name,
    note: total > 0 && dueMonth < latest ? fill(messages.due, { deadline: dueMonth }) : '',
    cells: [shown(total), shown(perMonth)],
  });
  const money = (amount: number) => format.money(rounded(amount, 'currency', delivery));
  const people = (value: number) => format.precise(value, 'count', delivery);
  const part = (owner: Owner) => {
    const stages = plan.stages.filter((stage) => stage.owner === owner);
    const spend = owner === 'shared' ? null : plan.spend[owner];
    if (!stages.length && !spend?.total) return false;
    const delivered: Delivery[] = [...stages, ...(spend ? [spend] : [])];
    const months = delivered.filter(({ total }) => total > 0).map(({ dueMonth }) => dueMonth);
    const latest = months.length ? Math.max(...months) : plan.deadline;
    return markup(
      'section',
      { class: `lens ${owner}` },
      markup(
        'h3',
        {},
        `${calculator.owners[owner]} `,
        markup('span', { class: 'quiet' }, fill(messages.due, { deadline: latest })),
      ),
      barTable(
        [messages.delivers, messages.total, messages.perMonth],
        [
          ...stages.map((stage) => row(stageName(stage.name, calculator), stage, latest, people)),
          ...(spend ? [row(messages.spend, spend, latest, money)] : []),
        ],
      ),
    );
  };
  return markup(
    'article',
    { class: 'objective', part: 'objective' },
    markup('p', { class: 'objective-title' }, title),
    ...limits.map((limit) => markup('p', { class: 'printed' }, limit)),
    ...sentences.map((sentence) => markup('p', {}, sentence)),
    ...(hasPlan(plan)
      ? [
          plan.status !== 'met' &&
            markup(
              'p',
              { class: 'quiet' },
              messages[plan.isFreeVolume ? 'free' : plan.lever === 'volume' ? 'inStep' : 'allElse'],
            ),
          ...owners.map(part),
        ]
      : []),
  );
}
