import { formula, type Terms } from './formula.ts';
import { type ReasonCode, reasonWhenZero } from './reason.ts';

/** What can be computed from terms: a formula, and what must hold for it to have an answer. */
export interface Computation {
  /** Over names of terms. What is shown is what is computed, except where a metric's `series` computes. */
  readonly formula: string;
  /** Terms that must be known although the formula does not name them. */
  readonly requires?: readonly string[];
  /** The reason when a denominator is zero or below. */
  readonly whenNotPositive?: ReasonCode;
}

export interface Outcome {
  value: number | null;
  /** Set exactly when the value is null. */
  reason: ReasonCode | null;
  /** The numbers behind the names of the formula; null for what is not known. */
  terms: Readonly<Record<string, number | null>>;
}

/** Computes one formula over known terms: a finite number (never -0), or null with its reason. */
export function outcome(asked: Computation, terms: Terms): Outcome {
  const { names, compute, divisions } = formula(asked.formula);
  const shown: Record<string, number | null> = {};
  for (const name of names) {
    const term = terms[name];
    shown[name] = typeof term === 'number' && Number.isFinite(term) ? term + 0 : null;
  }
  for (const needed of [asked.requires ?? [], names]) {
    for (const name of needed) {
      const term = terms[name] ?? 'stage-not-in-funnel';
      if (typeof term === 'string') return noAnswer(shown, term);
      if (!Number.isFinite(term)) return noAnswer(shown, 'out-of-range');
    }
  }
  const known = terms as Readonly<Record<string, number>>;
  for (const { above, below, names: belowNames } of divisions) {
    const denominator = below(known);
    if (denominator > 0 || (denominator < 0 && !asked.whenNotPositive)) continue;
    const [whyZero] = denominator < 0 ? [] : belowNames.flatMap((name) => reasonWhenZero(name) ?? []);
    // A single name that is zero says more than that nothing is left.
    const saysMore = belowNames.length === 1 && whyZero !== undefined;
    if (asked.whenNotPositive && !saysMore) return noAnswer(shown, asked.whenNotPositive);
    return noAnswer(shown, (above(known) !== 0 && whyZero) || 'nothing-to-compare');
  }
  const value = compute(known);
  return Number.isFinite(value)
    ? { value: value + 0, reason: null, terms: shown }
    : noAnswer(shown, 'out-of-range');
}

const noAnswer = (terms: Outcome['terms'], reason: ReasonCode): Outcome => ({ value: null, reason, terms });
