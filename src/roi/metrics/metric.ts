import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import type { Term } from './campaign-terms.ts';
import type { Computation, Outcome } from './outcome.ts';
import type { RoiDefinition } from './roi-definition.ts';

export type MetricGroup = 'return' | 'media' | 'leads' | 'sales' | 'thresholds' | 'customer' | 'cash';

/** `fraction`: 0.5 is 50 %; `ratio`: 6 is 6.0x; `currency`: major units. */
export type MetricUnit = 'fraction' | 'currency' | 'ratio' | 'months' | 'count';

/** A metric as data, one row of the table: one place to add the next. */
export interface MetricDefinition<Id extends string = string> extends Computation {
  readonly id: Id;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  /** Which way a goal is met: by at most as much for what costs or takes time, by at least as much otherwise. */
  readonly better: 'higher' | 'lower';
  readonly definition?: RoiDefinition;
  /** What a customer brings for as long as they stay, whatever months are looked at. */
  readonly isForLife?: true;
  /** Only whole ones can be had: it is shown rounded up, and whole is what other metrics are computed from. */
  readonly isWhole?: true;
  /** Names of its formula that few other metrics use, and what they stand for. */
  readonly terms?: Readonly<Record<string, Term>>;
  /** Metrics whose values are terms of this one, under their ids. */
  readonly uses?: readonly MetricDefinition[];
  /** For what no arithmetic of single numbers can say: the answer from the campaign's months. */
  readonly series?: (campaign: ExpectedCampaign) => Outcome;
}

/** A metric's answer, able to explain itself. */
export interface Metric<Id extends string = string> extends Outcome {
  id: Id;
  group: MetricGroup;
  unit: MetricUnit;
  formula: string;
  definition?: RoiDefinition;
}
