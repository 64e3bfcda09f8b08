import type { Binding } from '../roi/goal/goal.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import type { InputName, TimingName } from './calculator-messages.ts';

/** How to say that an input is not known exactly. */
interface UncertaintyMessages {
  none: string;
  counts: string;
  ranges: string;
  /** Of an answer that something uncertain went into: `{within}` is what the calculator says of its months. */
  average: string;
}

interface ForecastMessages {
  title: string;
  /** `{low}` and `{high}` of profit, `{chance}` of a loss. */
  sentence: string;
  /** The same where none of `{draws}` draws ended in a loss. */
  noLoss: string;
  /** The same where every one of them did. */
  allLoss: string;
  drawing: string;
  /** What the plan reckons with beside all that may happen: `{profit}`. */
  planned: string;
  /** That how many follow a rate is drawn, too. */
  luck: string;
  p10: string;
  p50: string;
  p90: string;
}

/** How many reach each stage. */
interface FunnelMessages {
  title: string;
  /** What each column of its table holds. */
  columns: Record<'stage' | 'count' | 'cost' | 'rate', string>;
  /** Says what the column of costs counts. */
  costs: string;
}

interface LeversMessages {
  title: string;
  question: string;
  /** The widest: `{lever}` of `{owner}`, which moves the figure by `{swing}`. */
  sentence: string;
  /** The same for several that move it alike: `{levers}`, each with its owner. */
  alike: string;
  /** A lever at one end: `{value}`, and what becomes of the figure, `{result}`. */
  end: string;
  /** The figure as the campaign stands: `{value}`. */
  now: string;
  zero: string;
  /** How far a lever was moved: over its own range, or by a `{step}` that is the same for all. */
  own: string;
  step: string;
  /** What each column of its table holds. */
  lever: string;
  low: string;
  high: string;
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
  /** The same where more volume is asked for, and nothing pays for it. */
  free: string;
  allElse: string;
  noEffect: string;
  /** `{lever}`, `{deadline}`. */
  binds: Record<Binding, string>;
  /** So likely is it, in 100: `{planned}`; and with what the goal asks for, `{asked}`. */
  chance: string;
  chanceAsked: string;
  /** The same out of reach, with `{lever}` at `{to}`, the best there is. */
  chanceBest: string;
  /** In place of a number below 1, and above 99. */
  hardly: string;
  nearly: string;
  /** `{lever}` at `{sure}` makes it 80 in 100; or it cannot. */
  sure: string;
  unsure: string;
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
  /** Leads there from a campaign that has run. */
  compare: string;
  invitation: string;
  asOf: string;
  counts: string;
  spent: string;
  worth: string;
  /** Within `{months}`: `{planned}` profit, and `{actual}` as it now looks. */
  sentence: string;
  /** Of what has not come by the month of the comparison. */
  rest: string;
  /** Cash by the end of `{month}`: `{planned}` and `{actual}`. */
  cash: string;
  cashGap: string;
  /** `{gap}`, with its sign. */
  gap: string;
  same: string;
  /** Where the plan holds numbers that are nobody's own. */
  guessed: string;
  part: string;
  movement: string;
  effect: string;
  sum: string;
  /** Of a part that is within its own luck; of one that nobody measured: between two stages, before one, at all. */
  chance: string;
  /** What is called chance: the middle eight of ten cases (`funnelLuck`). */
  luck: string;
  between: string;
  before: string;
  unmeasured: string;
  /** More `{stage}` than `{exceeds}`. */
  flag: string;
  /** More `{stage}` than were due. */
  early: string;
}

/** What the planning panels of `<roi-calculator>` say. `{places}` are filled in. */
export interface PlannerMessages {
  /** Opens the figures of a picture. */
  table: string;
  /** Marks what a preset assumes. */
  assumption: string;
  /** What the words of inputs mean, beside those that the calculator explains itself. */
  hints: Partial<Record<InputName, string>>;
  /** What each return tells, and what it does not. */
  advice: Record<RoiDefinition, string>;
  /** The group of inputs that only planning asks for, and their labels. */
  timing: Record<TimingName | 'title', string>;
  /** Before the choice of a preset, and the choice of none. */
  preset: string;
  anyCampaign: string;
  /** Of `{inputs}` that a preset assumes something of, and that are set already. */
  kept: string;
  uncertainty: UncertaintyMessages;
  forecast: ForecastMessages;
  funnel: FunnelMessages;
  levers: LeversMessages;
  goal: GoalMessages;
  actual: ActualMessages;
  wholeMonths: string;
  /** Beside a field nobody has touched; beside one that somebody has: `{value}` is the plan's. */
  asPlanned: string;
  /** Beside a count that nobody has entered; and what the plan expects by then: `{value}`. */
  uncounted: string;
  due: string;
  planned: string;
}
