import { answerOf, type GoalSheet, goalAsked, parseScenario, scenarioText } from 'unisono/calculator';
import {
  type Campaign,
  checkCampaign,
  type Goal,
  InputError,
  type LeverId,
  planForGoal,
  type RoiDefinition,
} from 'unisono/roi';
import { en } from 'unisono/words';
import type { Agreed } from './agreed.ts';
import { wholePlan } from './whole-plan.ts';

/** Why a text is no plan that two teams can agree on. */
export type PlanProblem =
  | 'missing'
  | 'no-plan'
  | 'not-all-read'
  | 'other-currency'
  | 'no-months'
  | 'too-long'
  | 'no-customers'
  | 'broken';

export type ReadPlan =
  | { ok: true; agreed: Agreed; months: number }
  | { ok: false; problem: PlanProblem }
  /** The goal is out of reach by the lever it names; `levers` are those that would do, each alone. */
  | { ok: false; problem: 'unreachable'; levers: LeverId[]; campaign: Campaign };

/** As long as anybody plans, in months. */
const mostMonths = 120;
const definitions: readonly string[] = ['margin', 'total-cost', 'revenue', 'roas'] satisfies RoiDefinition[];

const no = (problem: PlanProblem): { ok: false; problem: PlanProblem } => ({ ok: false, problem });

/**
 * Reads what the planner hands on: its link, or its file in JSON. Where a goal asks for more than was planned, what is
 * agreed is the campaign with the lever moved.
 *
 * @param currency ISO 4217: of the team
 */
export function plannedObjective(text: string, currency: string): ReadPlan {
  if (!text) return no('missing');
  try {
    const planned = text.startsWith('{') ? fromFile(text, currency) : fromLink(text, currency);
    return typeof planned === 'string' ? no(planned) : agreedOn(planned);
  } catch (error) {
    if (error instanceof InputError) return no('broken');
    throw error;
  }
}

/** A link, or its end alone. Of a whole page's link, only what stands behind the `#` is the plan. */
function fromLink(text: string, currency: string): Agreed | PlanProblem {
  const link = text.slice(text.indexOf('#') + 1);
  // What other panels remember is no part of what is agreed.
  const panels = [...new URLSearchParams(link).keys()].map((name) => name.split('-')[0]!);
  const parsed = parseScenario(link, panels);
  if (!parsed) return 'no-plan';
  if (parsed.unread.length) return 'not-all-read';
  const { scenario } = parsed;
  // What came of a campaign that has run is nothing to agree on.
  if (scenario.mode === 'evaluate') return 'no-plan';
  if ((scenario.currency ?? currency) !== currency) return 'other-currency';
  const whole = wholePlan(scenario);
  const { definition } = whole;
  const answer = answerOf(whole);
  const sheet: GoalSheet = { ...answer, definition, scenario, texts: (part) => en[part] };
  // The planner has an answer for whoever asks nothing: the plan as it is, which is no goal.
  const isAsked = Object.keys(scenario.entries ?? {}).some((name) => name.startsWith('goal-'));
  const goal = isAsked ? goalAsked(sheet).goal : null;
  return { scenario: scenarioText(scenario), definition, campaign: answer.campaign, goal };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromFile(text: string, currency: string): Agreed | PlanProblem {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return 'no-plan';
  }
  if (!isRecord(file) || !isRecord(file.inputs)) return 'no-plan';
  if (file.currency !== currency) return 'other-currency';
  if (!definitions.includes(file.definition as string)) return 'no-plan';
  return {
    scenario: null,
    definition: file.definition as RoiDefinition,
    campaign: file.inputs as unknown as Campaign,
    goal: isRecord(file.goal) && isRecord(file.goal.asked) ? (file.goal.asked as unknown as Goal) : null,
  };
}

function agreedOn({ campaign, goal, ...rest }: Agreed): ReadPlan {
  if (checkCampaign(campaign).length > 0) return no('broken');
  const { timing, funnel } = campaign;
  if (!timing) return no('no-months');
  if (funnel.at(-1)!.name !== 'customers') return no('no-customers');
  const months = Math.max(timing.months, goal?.deadline ?? 0);
  if (months > mostMonths) return no('too-long');
  // What is looked at reaches as far as the goal does.
  const looked: Campaign = { ...campaign, timing: { ...timing, months } };
  if (!goal) return { ok: true, agreed: { ...rest, campaign: looked, goal }, months };
  const plan = planForGoal(looked, { ...goal, deadline: goal.deadline ?? timing.months });
  if (plan.status === 'unreachable' || plan.status === 'no-effect')
    return { ok: false, problem: 'unreachable', levers: plan.levers, campaign: looked };
  return {
    ok: true,
    agreed: { ...rest, campaign: plan.campaign, goal: { ...goal, deadline: plan.deadline } },
    months,
  };
}
