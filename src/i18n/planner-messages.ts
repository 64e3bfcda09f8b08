import type { Binding } from '../roi/goal/goal.ts';
import type { TimingName } from './calculator-messages.ts';

/** How to say that an input is not known exactly. */
interface UncertaintyMessages {
  none: string;
  counts: string;
  ranges: string;
}

interface ForecastMessages {
  title: string;
  /** `{low}` and `{high}` of profit, `{chance}` of a loss. */
  sentence: string;
  /** The same where none of `{draws}` draws ended in a loss. */
  noLoss: string;
  drawing: string;
  /** That how many follow a rate is drawn, too. */
  luck: string;
  /** Of an interval: `{low}`, `{middle}`, `{high}` of `{figure}`. */
  picture: string;
  p10: string;
  p50: string;
  p90: string;
  figure: string;
}

interface LeversMessages {
  title: string;
  question: string;
  /** The widest: `{lever}` of `{owner}`, which moves the figure by `{swing}`. */
  sentence: string;
  /** A lever at one end: `{value}`, and what becomes of the figure, `{result}`. */
  end: string;
  /** The figure as the campaign stands: `{value}`. */
  now: string;
  zero: string;
  /** Of one bar: `{figure}` from `{low}` to `{high}`. */
  picture: string;
  lever: string;
  interval: string;
  low: string;
  high: string;
  owner: string;
}

interface GoalMessages {
  title: string;
  metric: string;
  target: string;
  deadline: string;
  vary: string;
  budget: string;
  /** `{stage}` is what sales works. */
  capacity: string;
  /** `{metric}` of `{target}` by the end of month `{deadline}`. */
  objective: string;
  missing: string;
  asPlanned: string;
  /** The plan comes to `{best}` as it stands. */
  exceeded: string;
  /** `{lever}` goes from `{from}` to `{to}`. */
  reached: string;
  /** Reached with no volume at all: the same places. */
  idle: string;
  /** `{lever}` alone does not reach it; `{binds}` says why. */
  unreachable: string;
  /** The nearest: `{best}`, with the lever at `{to}`. */
  best: string;
  /** However far the lever goes, the figure only nears `{best}`. */
  endless: string;
  /** What is taken for granted when volume moves, and when another lever does. */
  inStep: string;
  allElse: string;
  noEffect: string;
  /** `{lever}`, `{deadline}`. */
  binds: Record<Binding, string>;
  /** `{levers}` that would reach it, each alone. */
  others: string;
  noOthers: string;
  delivers: string;
  total: string;
  perMonth: string;
  spend: string;
  /** `{deadline}` is the month by the end of which it is due. */
  due: string;
}

interface ActualMessages {
  title: string;
  invitation: string;
  asOf: string;
  counts: string;
  spent: string;
  worth: string;
  /** By the end of `{month}`: `{planned}` and `{actual}` profit. */
  sentence: string;
  /** `{gap}`, with its sign. */
  gap: string;
  same: string;
  part: string;
  movement: string;
  effect: string;
  sum: string;
  /** More `{stage}` than `{exceeds}`. */
  flag: string;
}

/** What the planning panels of `<roi-calculator>` say. `{places}` are filled in. */
export interface PlannerMessages {
  /** The group of inputs that only planning asks for, and their labels. */
  /** Marks what a preset assumes. */
  assumption: string;
  timing: Record<TimingName | 'title', string>;
  /** Before the choice of a preset. */
  preset: string;
  uncertainty: UncertaintyMessages;
  forecast: ForecastMessages;
  levers: LeversMessages;
  goal: GoalMessages;
  actual: ActualMessages;
  wholeMonths: string;
  /** Beside a field nobody has touched; beside one that somebody has: `{value}` is the plan's. */
  asPlanned: string;
  /** Beside one that follows from an entry before it. */
  atPlannedRate: string;
  planned: string;
}
