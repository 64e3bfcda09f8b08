import { html, type TemplateResult } from 'lit/html.js';
import { fill } from '../../../i18n/fill.ts';
import type { Owner } from '../../../roi/campaign.ts';
import { campaignBy } from '../../../roi/campaign-by.ts';
import { answerMetrics } from '../../../roi/evaluate-metrics.ts';
import { type Lever, type LeverId, leversOf } from '../../../roi/lever.ts';
import { type Measure, measureDefinition } from '../../../roi/measure.ts';
import { planForGoal } from '../../../roi/plan-for-goal.ts';
import { fieldView } from '../../shared/field-view.ts';
import type { Panel, PanelContext } from '../panel.ts';
import { stageName } from '../stage-name.ts';
import { announcer } from './announcer.ts';
import { createEntries, type Question } from './entries.ts';
import { type GoalMetric, goalMetrics } from './goal-metrics.ts';
import { leverLabel } from './lever-words.ts';
import { type Objective, objectiveCard, verdict } from './objective-card.ts';

/** From an objective back to what marketing and sales must each deliver. */
export const goalPanel: Panel = {
  name: 'goal',
  title: (texts) => texts('planner').goal.title,
  create(update) {
    const entries = createEntries(update);
    const { region, say } = announcer();
    let metricId: Measure = 'customers';
    let leverId: LeverId = 'volume';
    const choose = (event: Event) => {
      const { name, value } = event.target as HTMLSelectElement;
      if (name === 'goal-metric') metricId = value as Measure;
      if (name === 'goal-lever') leverId = value as LeverId;
      entries.change(event);
    };

    return (context) => {
      const { campaign, format, texts } = context;
      const messages = texts('planner').goal;
      const metrics = goalMetrics(context);
      const metric = metrics.find(({ id }) => id === metricId) ?? metrics[0]!;
      const levers = leversOf(campaign).filter(({ id, value }) => value > 0 || id === 'volume');
      const lever = levers.find(({ id }) => id === leverId) ?? levers[0]!;
      const months = question('goal-deadline', messages.deadline, 'months', campaign.timing?.months ?? 1);
      const deadline = entries.value(months)!;
      const target: Question = {
        name: `goal-${metric.id}`,
        label: messages.target,
        kind: metric.unit === 'fraction' ? 'fraction' : (metric.unit as 'count'),
        planned: plannedResult(context, metric.id, deadline),
      };
      const budget = question('goal-budget', messages.budget, 'currency');
      const capacity = question(
        'goal-capacity',
        fill(messages.capacity, { stage: workedStage(context) }),
        'count',
      );
      const asked = [target, months, budget, capacity];
      const [wanted, , money, hands] = asked.map(entries.value);
      // Not as people, who would be rounded up: the best that can be had must not be overstated.
      const shown = (value: number) =>
        metric.unit === 'count' ? format.number(value, 1) : format.figure(value, metric.unit);

      let answer: TemplateResult = html`<p>${messages.missing}</p>`;
      if (wanted != null) {
        const plan = planForGoal(campaign, {
          metric: metric.id,
          target: wanted,
          deadline,
          vary: lever.id,
          ...(money != null && { budget: money }),
          ...(hands != null && { salesCapacity: hands }),
        });
        const title = fill(messages.objective, { metric: metric.label, target: shown(wanted), deadline });
        const objective: Objective = { shown, from: lever.value };
        const sentences = verdict(plan, objective, context);
        answer = objectiveCard(plan, title, sentences, context);
        say(sentences.join(' '));
      }
      return html`<div class="plan">
        <form class="questions" @submit=${stay} @input=${entries.input} @change=${choose}>
          ${metricSelect(metrics, metric, messages.metric)} ${entries.field(target, context)}
          ${entries.field(months, context)} ${leverSelect(levers, lever, context)}
          ${entries.field(budget, context)} ${entries.field(capacity, context)}
        </form>
        ${answer} ${region}
      </div>`;
    };
  },
};

const stay = (event: Event) => event.preventDefault();

const question = (
  name: string,
  label: string,
  kind: Question['kind'],
  planned: number | null = null,
): Question => ({ name, label, kind, planned });

/** What the plan comes to by the deadline as it stands. */
function plannedResult({ expected }: PanelContext, id: Measure, deadline: number): number | null {
  const definition = measureDefinition('goal.metric', id);
  return answerMetrics(campaignBy(expected, deadline), [definition])[id]!.value;
}

/** The stage that a sales capacity is about: opportunities, or the first that sales owns. */
function workedStage({ expected: { stages }, texts }: PanelContext): string {
  const worked =
    stages.find(({ name }) => name === 'opportunities') ?? stages.find(({ owner }) => owner === 'sales');
  return stageName(worked?.name ?? 'customers', texts('calculator'));
}

const select = (name: string, label: string, options: unknown) =>
  fieldView(
    { name, label, note: '', isInvalid: false },
    '',
    html`<select id=${name} name=${name}>
      ${options}
    </select>`,
  );

const metricSelect = (metrics: readonly GoalMetric[], chosen: GoalMetric, label: string) =>
  select(
    'goal-metric',
    label,
    metrics.map(
      (metric) => html`<option value=${metric.id} ?selected=${metric === chosen}>${metric.label}</option>`,
    ),
  );

function leverSelect(levers: readonly Lever[], chosen: Lever, { campaign, texts }: PanelContext) {
  const messages = texts('calculator');
  const options = (owner: Owner) =>
    levers
      .filter((lever) => lever.owner === owner)
      .map(
        (lever) =>
          html`<option value=${lever.id} ?selected=${lever === chosen}>
            ${leverLabel(lever.id, campaign, messages)}
          </option>`,
      );
  return select(
    'goal-lever',
    texts('planner').goal.vary,
    (['marketing', 'sales', 'shared'] as const).map(
      (owner) => html`<optgroup label=${messages.owners[owner]}>${options(owner)}</optgroup>`,
    ),
  );
}
