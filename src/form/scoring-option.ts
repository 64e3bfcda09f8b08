import { termsOf } from '../lead/condition.ts';
import type { ScoreRule, Scoring } from '../lead/score.ts';
import { type Option, record } from '../options/option.ts';

const isRule = (rule: unknown): rule is ScoreRule => {
  const { when, points } = record.read(rule) ?? {};
  return typeof when === 'string' && termsOf(when) !== null && Number.isFinite(points);
};

/** The owner's own rules, and from how many points on a lead is warm, and hot. */
export const scoring: Option<Scoring> = {
  expected: 'rules (when, points) and the thresholds warm and hot',
  read(value) {
    const { rules, warm, hot } = record.read(value) ?? {};
    const isSound = Array.isArray(rules) && rules.every(isRule) && [warm, hot].every(Number.isFinite);
    return isSound ? (value as Scoring) : undefined;
  },
};
