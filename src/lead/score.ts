import type { Attribution } from './attribution.ts';
import type { Calculation } from './calculation.ts';
import type { Engagement } from './engagement.ts';
import type { Profile } from './profile.ts';

export const temperatures = ['cold', 'warm', 'hot'] as const;
export const leadStages = ['lead', 'mql'] as const;

export type Temperature = (typeof temperatures)[number];
export type LeadStage = (typeof leadStages)[number];

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

/** A rule, its points, what it looks at (see `factsOf`), and the values or the least number that it wants; anything at all by default. */
type Rule = readonly [rule: string, points: number, fact: keyof Facts, wants?: readonly string[] | number];

/** One line a rule: the place to add the next. */
const rules: readonly Rule[] = [
  ['timeframe=now', 30, 'timeframe', ['now']],
  ['timeframe=this-quarter', 20, 'timeframe', ['this-quarter']],
  ['timeframe=this-year', 10, 'timeframe', ['this-year']],
  ['budget>=20k', 25, 'budget', ['over-20k']],
  ['budget>=5k', 20, 'budget', ['5k-20k']],
  ['budget>=1k', 10, 'budget', ['1k-5k']],
  ['buys-monthly', 10, 'frequency', ['weekly', 'monthly']],
  ['company', 10, 'company'],
  ['phone', 10, 'phone'],
  ['interests', 5, 'interests'],
  ['message', 5, 'message'],
  ['calculation', 10, 'calculation'],
  ['active>=60s', 5, 'activeSeconds', 60],
  ['pages>=3', 5, 'pageViews', 3],
  ['cta', 5, 'ctaClicks', 1],
  ['paid-click', 5, 'click'],
];

type Facts = ReturnType<typeof factsOf>;

const factsOf = ({ profile, engagement, calculation, attribution }: Scorable) => ({
  ...profile,
  ...profile.buying,
  ...engagement,
  interests: profile.interests?.[0],
  calculation,
  click: attribution?.current?.click ?? attribution?.last?.click,
});

/** From how many points on a lead is warm, and hot. */
export const warmFrom = 30;
export const hotFrom = 60;

/**
 * Scores a lead. The browser's score routes and proves nothing: whoever receives the lead calls this again.
 * A warm lead is a marketing-qualified one.
 */
export function scoreOf(lead: Scorable): Score {
  const facts = factsOf(lead);
  const applies = ([, , name, wants]: Rule) => {
    const fact = facts[name];
    if (typeof wants === 'number') return Number(fact) >= wants;
    return wants ? wants.includes(fact as string) : fact;
  };
  const reasons = rules.filter(applies).map(([rule, points]) => ({ rule, points }));
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
