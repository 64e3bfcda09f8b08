import { allowedScore, mostRules, type Scoring } from 'unisono/schema';
import type { Deal } from './deal.ts';

/** A threshold is set by no fewer deals than these. */
const fewestAbove = 10;

const oddsOf = (won: number, of: number) => (won + 0.5) / (of - won + 0.5);

/**
 * From how many points on deals were won clearly more often. By odds and not by share: where more than half are won,
 * no share is twice the average.
 */
function thresholdsFor(scoring: Scoring, deals: readonly Deal[]): Pick<Scoring, 'warm' | 'hot'> {
  const valued = deals.map(({ lead, won }) => ({ won, value: allowedScore(lead, scoring)?.value ?? 0 }));
  const wonIn = (some: typeof valued) => some.filter(({ won }) => won).length;
  const average = oddsOf(wonIn(valued), valued.length);
  const levels = [...new Set(valued.map(({ value }) => value))].filter((value) => value > 0);
  const from = (times: number) =>
    levels
      .sort((one, other) => one - other)
      .find((level) => {
        const above = valued.filter(({ value }) => value >= level);
        return above.length >= fewestAbove && oddsOf(wonIn(above), above.length) >= times * average;
      });
  const hot = from(2) ?? 100;
  return { warm: Math.min(hot, from(1.2) ?? hot), hot };
}

/**
 * Whole points from log odds: the best there can be comes to about 100, and what speaks against a lead is to the same
 * scale. Warm is from where the odds of being won were 1.2 times the average, hot from where they were twice the average.
 * @returns `null` without a rule
 */
export function rulesFrom(
  conditions: readonly string[],
  logOdds: readonly number[],
  deals: readonly Deal[],
): Scoring | null {
  const best = logOdds.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const whole = best || logOdds.reduce((sum, weight) => sum - weight, 0);
  const rules = conditions
    .map((when, at) => ({ when, points: Math.max(-100, Math.round((100 * logOdds[at]!) / whole)) }))
    .filter(({ points }) => points)
    .sort((one, other) => other.points - one.points)
    .slice(0, mostRules);
  return rules.length ? { rules, ...thresholdsFor({ rules, warm: 0, hot: 0 }, deals) } : null;
}
