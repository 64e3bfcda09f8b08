import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { formula, type Terms } from './formula.ts';
import { type ReasonCode, reasonWhenMissing, reasonWhenZero } from './reason.ts';

export type MetricGroup = 'return' | 'media' | 'leads' | 'sales' | 'thresholds' | 'customer' | 'cash';

/** `fraction`: 0.5 is 50 %; `ratio`: 6 is 6.0x; `currency`: major units. */
export type MetricUnit = 'fraction' | 'currency' | 'ratio' | 'months' | 'count';

/** Which ROI is meant. The same campaign can be 50 %, 200 %, 500 % or 6.0x. */
export type RoiDefinition = 'margin' | 'total-cost' | 'revenue' | 'roas';

/** A metric as data: one place to add the next. */
export interface MetricDefinition<Id extends string = string> {
  readonly id: Id;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  /** Over names of terms. What is shown is what is computed, except where `series` computes. */
  readonly formula: string;
  readonly definition?: RoiDefinition;
  /** Metrics whose values are terms of this one, under their ids. */
  readonly uses?: readonly MetricDefinition[];
  /** Terms that must be known although the formula does not name them. */
  readonly requires?: readonly string[];
  /** The reason when a denominator is zero or below. */
  readonly whenNotPositive?: ReasonCode;
  /** For what no arithmetic of single numbers can say: the answer from the campaign's months. */
  readonly series?: (campaign: ExpectedCampaign) => Outcome;
}

export interface Outcome {
  value: number | null;
  /** Set exactly when the value is null. */
  reason: ReasonCode | null;
  /** The numbers behind the names of the formula. */
  terms: Terms;
}

/** A metric's answer, able to explain itself. */
export interface Metric<Id extends string = string> extends Outcome {
  id: Id;
  group: MetricGroup;
  unit: MetricUnit;
  formula: string;
  definition?: RoiDefinition;
}

/** Computes one formula over known terms: a finite number (never -0), or null with its reason. */
export function outcome(metric: MetricDefinition, terms: Terms): Outcome {
  const { names, compute, divisions } = formula(metric.formula);
  const shown: Record<string, number | null> = {};
  for (const name of names) shown[name] = Number.isFinite(terms[name]) ? terms[name]! + 0 : null;
  const none = (reason: ReasonCode): Outcome => ({ value: null, reason, terms: shown });

  for (const name of [...(metric.requires ?? []), ...names]) {
    const term = terms[name] ?? null;
    if (term === null) return none(reasonWhenMissing[name] ?? 'stage-not-in-funnel');
    if (!Number.isFinite(term)) return none('out-of-range');
  }
  for (const { above, below, names: belowNames } of divisions) {
    const denominator = below(terms);
    if (metric.whenNotPositive && denominator <= 0) return none(metric.whenNotPositive);
    if (denominator !== 0) continue;
    const [known] = belowNames.flatMap((name) => reasonWhenZero(name) ?? []);
    return none((above(terms) !== 0 && known) || 'nothing-to-compare');
  }
  const value = compute(terms);
  return Number.isFinite(value) ? { value: value + 0, reason: null, terms: shown } : none('out-of-range');
}
