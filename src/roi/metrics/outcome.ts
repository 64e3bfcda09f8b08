import { formula, type Terms } from './formula.ts';
import { type ReasonCode, reasonWhenMissing, reasonWhenZero } from './reason.ts';

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
  /** The numbers behind the names of the formula. */
  terms: Terms;
}

/** Computes one formula over known terms: a finite number (never -0), or null with its reason. */
export function outcome(asked: Computation, terms: Terms): Outcome {
  const { names, compute, divisions } = formula(asked.formula);
  const shown: Record<string, number | null> = {};
  for (const name of names) shown[name] = Number.isFinite(terms[name]) ? terms[name]! + 0 : null;
  const none = (reason: ReasonCode): Outcome => ({ value: null, reason, terms: shown });

  for (const name of [...(asked.requires ?? []), ...names]) {
    const term = terms[name] ?? null;
    if (term === null) return none(reasonWhenMissing[name] ?? 'stage-not-in-funnel');
    if (!Number.isFinite(term)) return none('out-of-range');
  }
  for (const { above, below, names: belowNames } of divisions) {
    const denominator = below(terms);
    if (asked.whenNotPositive && denominator <= 0) return none(asked.whenNotPositive);
    if (denominator !== 0) continue;
    const [known] = belowNames.flatMap((name) => reasonWhenZero(name) ?? []);
    return none((above(terms) !== 0 && known) || 'nothing-to-compare');
  }
  const value = compute(terms);
  return Number.isFinite(value) ? { value: value + 0, reason: null, terms: shown } : none('out-of-range');
}
