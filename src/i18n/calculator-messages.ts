import type { Owner, StageName } from '../roi/campaign/campaign.ts';
import type { FigureName } from '../roi/metrics/lenses.ts';
import type { ReasonCode } from '../roi/metrics/reason.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';

/** Inputs whose label is the stage they lead to. */
export type RateName =
  | 'clickRate'
  | 'visitRate'
  | 'leadRate'
  | 'mqlRate'
  | 'sqlRate'
  | 'opportunityRate'
  | 'customerRate';

export type LabelName =
  | 'media'
  | 'production'
  | 'agency'
  | 'tools'
  | 'sales'
  | 'salesPerOpportunity'
  | 'impressions'
  | 'clicks'
  | 'leads'
  | 'averageSale'
  | 'grossMargin'
  | 'ordersPerCustomer'
  | 'churn';

/** Inputs that matter only for planning, and have their words there. */
export type TimingName = 'spendMonths' | 'delay' | 'months';

/** What is known of a campaign that has run: called as its stage and its figure are. */
export type ResultName = 'customers' | 'revenue';

export type InputName = LabelName | RateName | ResultName | TimingName;
export type InputGroup = 'costs' | 'funnel' | 'value' | 'timing';
export type PresetName = 'search' | 'social' | 'display' | 'email' | 'event';

/** Names that appear in the formulas of figures and are no input, or mean more there than the input does. */
export type TermName =
  | 'adSpend'
  | 'cost'
  | 'costOfGoods'
  | 'fixedCost'
  | 'leadToCustomer'
  | 'lifetimeValue'
  | 'marketingCost'
  | 'ordersPerCustomer'
  | 'revenuePerPeriod'
  | 'salesCostPerCustomer';

/** What `<roi-calculator>` says. `{places}` are filled in; everything else is shown as it stands. */
export interface CalculatorMessages {
  heading: string;
  /** Heard, not seen, before the choice of a mode. */
  modeQuestion: string;
  modes: Record<'quick' | 'full' | 'evaluate', string>;
  /** Notes beside an input whose value nobody has entered yet. */
  example: string;
  /** Of a preset: a planner brings the word. */
  assumption?: string;
  /** Above a result: some number in it is not the person's own; or some input cannot be read. */
  exampleResult: string;
  lastResult: string;
  /** The months that every figure counts: `{months}` with their word. */
  within: string;
  /** Where customers order every month: what of it is counted. */
  monthly: string;
  /** Beside the choice of a currency, where there is one. */
  currency: string;
  startQuestion: string;
  groups: Record<Exclude<InputGroup, 'timing'>, string>;
  owners: Record<Owner, string>;
  inputs: Record<LabelName, string>;
  /** Beside an input: what the word means, where it may not be known. A planner has more of them. */
  hints: Partial<Record<InputName, string>>;
  /** Label of a rate: `{from}` one stage, `{to}` the next. */
  rate: string;
  optional: string;
  /** Beside a number that may have been meant otherwise, or that was written short: what it counts as; and the question. */
  readAs: string;
  meant: string;
  /** The same beside a volume that the budget can hardly have bought: `{count}` for `{amount}`. */
  doubt: string;
  /** A box at the volume: it is what the budget buys. */
  follows: string;
  /** Beside a range: the `{value}` that is reckoned with. */
  average: string;
  /** Beside counts: the `{rate}` that they come to, and `{of}` how many. */
  seen: string;
  figures: Record<FigureName, string>;
  terms: Record<TermName, string>;
  definitionQuestion: string;
  definitions: Record<RoiDefinition, string>;
  /** The answer in a sentence: `{one}` is one unit of the currency, `{back}` what becomes of it, which `{comes}`, or came. */
  sentences: Record<RoiDefinition, string>;
  /** In place of an answer about a campaign that has run, until the `{names}` of its inputs are known. */
  awaited: string;
  comes: string;
  came: string;
  /** Behind that sentence, where `{amount}` is lost. */
  loss: string;
  /** The two bars of the picture, the mark where nothing is left, and what is left or missing. */
  balance: Record<'paid' | 'back' | 'even' | 'loss', string>;
  /** Opens the definitions and the figures of each team. */
  more: string;
  reasons: Partial<Record<ReasonCode, string>>;
  /** In place of a formula: when a question arises that does not arise here. */
  onlyMonthly: string;
  /** Nobody has reached `{stage}`. */
  noneYet: string;
  noAnswer: string;
  errors: Record<'number' | 'negative' | 'percent' | 'tooLarge' | 'counts' | 'range', string>;
  reset: string;
  /** In its place, once that was pressed. */
  undo: string;
  /** Stages that are no input. */
  stages: Record<Exclude<StageName, LabelName>, string>;
}
