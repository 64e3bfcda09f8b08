import { mostRules, type ScoreRule, type Scoring, scoringSchema } from 'unisono/schema';

/** A line that is no rule, by its number from 1 on. */
export interface LineProblem {
  line: number;
  problem: 'no-rule' | 'no-condition' | 'points';
}

/** What was written, read; or what is wrong with it. */
export type ReadScoring =
  | { ok: true; scoring: Scoring }
  | { ok: false; lines: LineProblem[]; fields: ('warm' | 'hot' | 'rules')[] };

/** A condition, then its points, as we write them; or with anything between the two that people put there. */
const ours = /^(.*\S) {2}([+\-−]?\d{1,4})$/;
const theirs = /^(.*?\S)[\s:,]+([+\-−]?\d{1,4})$/;

/** Rules as people write them: one a line, each a condition with its points. */
export const scoringText = ({ rules }: Scoring): string =>
  rules.map(({ when, points }) => `${when}  ${points}`).join('\n');

/**
 * Reads rules, and from how many points on a lead is warm and hot.
 * @param text as `scoringText` writes it
 */
export function readScoring(text: string, thresholds: { warm: string; hot: string }): ReadScoring {
  const written = text.split(/\r?\n/).map((line, at) => ({ line: at + 1, text: line.trim() }));
  const lines: LineProblem[] = [];
  const rules: ScoreRule[] = [];
  for (const { line, text } of written.filter(({ text }) => text)) {
    const [, when, points] = ours.exec(text) ?? theirs.exec(text) ?? [];
    if (when === undefined || points === undefined) {
      lines.push({ line, problem: 'no-rule' });
      continue;
    }
    const read = { when, points: Number(points.replace('−', '-')) };
    const checked = scoringSchema.safeParse({ rules: [read], warm: 0, hot: 0 });
    if (checked.success) rules.push(read);
    else lines.push({ line, problem: Math.abs(read.points) > 100 ? 'points' : 'no-condition' });
  }
  const [warm, hot] = [thresholds.warm, thresholds.hot].map((value) =>
    /^\d{1,3}$/.test(value) ? Number(value) : -1,
  );
  const scoring = { rules, warm: warm!, hot: hot! };
  const whole = scoringSchema.safeParse({ ...scoring, rules: [] });
  const fields = whole.success
    ? []
    : [...new Set(whole.error.issues.map(({ path }) => path[0] as 'warm' | 'hot'))];
  if (rules.length > mostRules) return { ok: false, lines, fields: [...fields, 'rules'] };
  return lines.length + fields.length === 0 ? { ok: true, scoring } : { ok: false, lines, fields };
}
