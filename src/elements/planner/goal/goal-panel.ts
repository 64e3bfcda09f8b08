import { canMove, type GoalAsked, goalAsked } from '../../../calculator/goal/goal-asked.ts';
import type { GoalMetric } from '../../../calculator/goal/goal-metrics.ts';
import { goalRows, savedGoal } from '../../../calculator/goal/goal-report.ts';
import { goalFigure, verdict } from '../../../calculator/goal/verdict.ts';
import { leverLabel } from '../../../calculator/lever-words.ts';
import { entered } from '../../../calculator/question.ts';
import { writtenFigure } from '../../../calculator/typed-figure.ts';
import { fill } from '../../../i18n/fill.ts';
import { type Markup, markup } from '../../../markup/markup.ts';
import type { Owner } from '../../../roi/campaign/campaign.ts';
import { owners } from '../../../roi/campaign/owner.ts';
import type { Lever } from '../../../roi/goal/lever.ts';
import { solveGoal } from '../../../roi/goal/plan-for-goal.ts';
import type { CalculatorContext } from '../../roi-calculator/planner.ts';
import { fieldView } from '../../shared/field-view.ts';
import { announcer } from '../announcer.ts';
import { drawWhileOpen } from '../draw-while-open.ts';
import { createEntries } from '../entries.ts';
import type { Panel } from '../panel.ts';
import { isUncertain } from '../uncertainty-hint.ts';
import { chanceSentences, goalChance } from './goal-chance.ts';
import { objectiveCard } from './objective-card.ts';

/** From an objective back to what marketing and sales must each deliver. */
export const goalPanel: Panel = {
  name: 'goal',
  rows: goalRows,
  saved: savedGoal,
  title: (texts) => texts('planner').goal.title,
  create(update, place) {
    const { region, say, complain } = announcer(place);
    const fields = createEntries(update, complain);
    const chanceOf = drawWhileOpen(() => place.isConnected, update, goalChance);

    return (context) => {
      const { campaign, format, texts, scenario, decide } = context;
      const messages = texts('planner').goal;
      const asked = goalAsked(context);
      const { metrics, metric, levers, lever, questions, deadline, goal } = asked;
      const choose = (event: Event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        const { name, value } = event.target;
        decide({ entries: { ...scenario.entries, [name]: value } });
        // At once: what is typed next belongs to the figure just chosen.
        update();
      };

      let answer: Markup = markup('p', {}, messages.missing);
      let isSettled = true;
      if (goal) {
        const plan = solveGoal(campaign, goal, metric);
        const title = fill(messages.objective, {
          metric: metric.label,
          target: goalFigure(goal.target, metric, format),
          deadline,
        });
        const others = plan.levers.filter((id) => canMove(id, context));
        const sentences = verdict({ ...plan, levers: others }, asked, context);
        if (isUncertain(context)) {
          const drawn = chanceOf([campaign, goal], campaign, goal, metric);
          isSettled = drawn.isSettled;
          // A chance of other numbers beside these would be wrong.
          sentences.push(
            ...(isSettled
              ? chanceSentences(drawn.result!, plan, context)
              : [texts('planner').forecast.drawing]),
          );
        }
        answer = objectiveCard(plan, title, sentences, limitsOf(asked, context), context);
        if (isSettled) say(sentences.join(' '));
      }
      return [
        markup(
          'div',
          { class: 'plan', 'aria-busy': isSettled ? 'false' : 'true' },
          markup(
            'form',
            { class: 'questions', onsubmit: fields.submit, oninput: fields.input, onchange: choose },
            metricSelect(metrics, metric, messages.metric),
            fields.field(questions.target, context),
            fields.field(questions.deadline, context),
            leverSelect(levers, lever, context),
            fields.field(questions.budget, context),
            fields.field(questions.capacity, context),
          ),
          fields.areUnreadable(Object.values(questions))
            ? markup('p', { class: 'quiet' }, texts('calculator').lastResult)
            : false,
          answer,
          region,
        ),
      ];
    };
  },
};

/** What may be spent and handled, as it was entered: on paper there are no fields. */
const limitsOf = ({ questions: { budget, capacity } }: GoalAsked, { scenario, format }: CalculatorContext) =>
  [budget, capacity].flatMap((question) => {
    const limit = entered(question, scenario.entries ?? {});
    return limit === null ? [] : [`${question.label}: ${writtenFigure(limit, question.unit, format)}`];
  });

const select = (name: string, label: string, options: readonly Markup[]) =>
  fieldView(
    { name, label, note: '', isInvalid: false },
    '',
    markup('select', { id: name, name }, ...options),
  );

const metricSelect = (metrics: readonly GoalMetric[], chosen: GoalMetric, label: string) =>
  select(
    'goal-metric',
    label,
    metrics.map((metric) =>
      markup('option', { value: metric.choice, selected: metric === chosen }, metric.label),
    ),
  );

function leverSelect(levers: readonly Lever[], chosen: Lever, context: CalculatorContext) {
  const { campaign, texts } = context;
  const messages = texts('calculator');
  const options = (owner: Owner) =>
    levers
      .filter((lever) => lever.owner === owner)
      .filter((lever) => canMove(lever.id, context) || lever === chosen)
      .map((lever) =>
        markup(
          'option',
          { value: lever.id, selected: lever === chosen },
          leverLabel(lever.id, campaign, messages),
        ),
      );
  return select(
    'goal-lever',
    texts('planner').goal.vary,
    owners.map((owner) => markup('optgroup', { label: messages.owners[owner] }, ...options(owner))),
  );
}
