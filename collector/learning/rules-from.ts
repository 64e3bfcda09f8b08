import { allowedScore, mostRules, type Scoring, type Term, termsOf } from 'unisono/schema';
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

/** What holds where a sign does not: signs are of one term, and numbers in them are counted in whole steps. */
function opposite(when: string): string {
  const [{ name, operator, values }] = termsOf(when) as [Term];
  if (operator === '') return `!${name}`;
  return operator === '=' ? `${name}!=${values[0]}` : `${name}<=${Number(values[0]) - 1}`;
}

/**
 * Whole points from log odds: who has everything that speaks for them comes to about 100, who has nothing to 0. What
 * speaks against a lead gives its points to whoever is not such: a score knows nothing below 0. Warm is from where the
 * odds of being won were 1.2 times the average, hot from where they were twice the average.
 * @returns `null` without a rule
 */
export function rulesFrom(
  conditions: readonly string[],
  logOdds: readonly number[],
  deals: readonly Deal[],
): Scoring | null {
  const whole = logOdds.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const rules = conditions
    .map((when, at) => ({
      when: logOdds[at]! < 0 ? opposite(when) : when,
      points: Math.round((100 * Math.abs(logOdds[at]!)) / whole),
    }))
    .filter(({ points }) => points)
    .sort((one, other) => other.points - one.points)
    .slice(0, mostRules);
  return rules.length ? { rules, ...thresholdsFor({ rules, warm: 0, hot: 0 }, deals) } : null;
}
