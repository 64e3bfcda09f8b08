import type { Attribution } from './attribution.ts';
import type { Calculation } from './calculation.ts';
import type { Engagement } from './engagement.ts';
import type { Profile } from './profile.ts';

export type Temperature = 'cold' | 'warm' | 'hot';
export type LeadStage = 'lead' | 'mql';

/** How ready for sales a lead is, and why. */
export interface Score {
  /** 0 to 100. */
  value: number;
  temperature: Temperature;
  stage: LeadStage;
  /** Each rule that applied, with the points it gave. They may add up to more than 100. */
  reasons: { rule: string; points: number }[];
}

/** What a score is made of. */
export interface Scorable {
  profile: Profile;
  attribution?: Attribution | undefined;
  engagement?: Engagement | undefined;
  calculation?: Calculation | undefined;
}

type Rule = [rule: string, points: number, applies: (lead: Scorable) => unknown];

const timeframe = (value: string, points: number): Rule => [
  `timeframe=${value}`,
  points,
  ({ profile }) => profile.buying?.timeframe === value,
];
const budget = (rule: string, points: number, ...values: string[]): Rule => [
  rule,
  points,
  ({ profile }) => values.includes(profile.buying?.budget as string),
];

/** One line a rule: the place to add the next. */
const rules: readonly Rule[] = [
  timeframe('now', 30),
  timeframe('this-quarter', 20),
  timeframe('this-year', 10),
  budget('budget>=20k', 25, 'over-20k'),
  budget('budget>=5k', 20, '5k-20k'),
  budget('budget>=1k', 10, '1k-5k'),
  ['buys-monthly', 10, ({ profile }) => /^(week|month)/.test(profile.buying?.frequency ?? '')],
  ['company', 10, ({ profile }) => profile.company],
  ['phone', 10, ({ profile }) => profile.phone],
  ['interests', 5, ({ profile }) => profile.interests?.length],
  ['message', 5, ({ profile }) => profile.message],
  ['calculation', 10, ({ calculation }) => calculation],
  ['active>=60s', 5, ({ engagement }) => engagement && engagement.activeSeconds >= 60],
  ['pages>=3', 5, ({ engagement }) => engagement && engagement.pageViews >= 3],
  ['cta', 5, ({ engagement }) => engagement?.ctaClicks],
  ['paid-click', 5, ({ attribution }) => attribution?.current?.click ?? attribution?.last?.click],
];

/** From how many points on a lead is warm, and hot. */
export const warmFrom = 30;
export const hotFrom = 60;

/**
 * Scores a lead. The browser's score routes and proves nothing: whoever receives the lead calls this again.
 * A warm lead is a marketing-qualified one.
 */
export function scoreOf(lead: Scorable): Score {
  const reasons = rules.filter(([, , applies]) => applies(lead)).map(([rule, points]) => ({ rule, points }));
  const value = Math.min(
    100,
    reasons.reduce((sum, { points }) => sum + points, 0),
  );
  const isWarm = value >= warmFrom;
  return {
    value,
    temperature: value >= hotFrom ? 'hot' : isWarm ? 'warm' : 'cold',
    stage: isWarm ? 'mql' : 'lead',
    reasons,
  };
}
