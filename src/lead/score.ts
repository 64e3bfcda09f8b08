import type { Attribution } from './attribution.ts';
import { bare } from './bare.ts';
import type { Calculation } from './calculation.ts';
import { type Facts, holds, termsOf } from './condition.ts';
import { type Consent, isGranted, isRefused } from './consent.ts';
import type { Engagement } from './engagement.ts';
import type { Profile } from './profile.ts';

export const temperatures = ['cold', 'warm', 'hot'] as const;
export const leadStages = ['lead', 'mql'] as const;

export type Temperature = (typeof temperatures)[number];
export type LeadStage = (typeof leadStages)[number];

/** How ready for sales a lead is, and why. */
export interface Score {
  /** `fit` and `interest` together, from 0 to 100. */
  value: number;
  /** Points for what the person wrote; below 0 or above 100 if the rules say so. Older scripts do not send it. */
  fit?: number;
  /** Points for how the person found and used the site, likewise. */
  interest?: number;
  /** A warm lead is for marketing to nurture, a hot one is handed to sales. */
  temperature: Temperature;
  /** A warm lead is a marketing-qualified one, and so is a hot one. */
  stage: LeadStage;
  /** Each rule that applied, with the points it gave. */
  reasons: { rule: string; points: number }[];
}

/** What a score is made of. */
export interface Scorable {
  profile: Profile;
  attribution?: Attribution | undefined;
  engagement?: Engagement | undefined;
  calculation?: Calculation | undefined;
}

/** Points for each lead that fulfils a condition. */
export interface ScoreRule {
  /** What it is called among the reasons; the condition by default. */
  rule?: string | undefined;
  /**
   * See `termsOf`. It speaks of what was written (`email`, `company`, `interests`, `budget` … and answers by their
   * names) or of behaviour (see `behaviourOf`): a rule that asks for any of that is about interest. What is no
   * condition never applies.
   */
  when: string;
  /** A whole number; below 0 for what speaks against a lead. */
  points: number;
}

/** How an owner scores leads. */
export interface Scoring {
  rules: readonly ScoreRule[];
  /** From how many points on a lead is warm. */
  warm: number;
  /** From how many points on a lead is hot. */
  hot: number;
}

/** As many rules as there may be: each of them can become a reason that travels. */
export const mostRules = 100;

/** How leads are scored where the owner does not say. Fields that are merely filled in make no lead warm. */
const points = {
  'timeframe=now': 30,
  'timeframe=this-quarter': 20,
  'timeframe=this-year': 10,
  'budget=over-20k': 25,
  'budget=5k-20k': 20,
  'budget=1k-5k': 10,
  'frequency=weekly|monthly': 10,
  'interests=quote': 10,
  'interests=demo': 10,
  'interests=advice': 5,
  company: 5,
  phone: 5,
  message: 5,
  calculation: 10,
  'activeSeconds>=60': 5,
  'pageViews>=3': 5,
  'ctaClicks>=1': 5,
  click: 5,
};

export const defaultScoring: Scoring = {
  rules: /* @__PURE__ */ Object.entries(points).map(([when, points]) => ({ when, points })),
  warm: 30,
  hot: 60,
};

/** What is known of how a person found and used the site, by the names that rules have for it: each is always there. */
export function behaviourOf({ attribution, engagement, calculation }: Scorable) {
  const { current, last } = attribution ?? {};
  const utm = current?.utm ?? last?.utm;
  return bare({
    pageViews: engagement?.pageViews,
    activeSeconds: engagement?.activeSeconds,
    ctaClicks: engagement?.ctaClicks,
    calculations: engagement?.calculations,
    calculation: calculation && true,
    click: (current?.click ?? last?.click)?.name,
    source: utm?.source,
    medium: utm?.medium,
    campaign: utm?.campaign,
  });
}

/** As texts, and nothing of what is missing or empty. */
export const textsIn = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .map(String)
    .filter((text) => text);

/**
 * What a lead says, by name. A part of the profile goes before an answer of the same name, and behaviour before both.
 */
export function saidIn(
  { profile }: Pick<Scorable, 'profile'>,
  behaviour: ReturnType<typeof behaviourOf>,
): Record<string, unknown> {
  const { answers = [], buying, ...parts } = profile;
  const own = Object.fromEntries(answers.map(({ name, value }) => [name, value]));
  // Who asks stands first, where it is read as a list.
  return bare({ ...parts, ...own, ...parts, ...buying, ...behaviour });
}

/** The same, as rules ask for it. */
export function factsOf(lead: Scorable, behaviour: ReturnType<typeof behaviourOf>): Facts {
  const said = saidIn(lead, behaviour);
  return (name) => textsIn(said[name]);
}

/**
 * Scores a lead. The browser's score routes and proves nothing: whoever receives the lead calls this again.
 * Where nothing of a person's behaviour is handed in, no rule about it applies, not even `!click`.
 */
export function scoreOf(lead: Scorable, { rules, warm, hot }: Scoring = defaultScoring): Required<Score> {
  const behaviour = behaviourOf(lead);
  const facts = factsOf(lead, behaviour);
  const isObserved = lead.attribution || lead.engagement || lead.calculation;
  const sums = { fit: 0, interest: 0 };
  const reasons = rules.flatMap(({ rule, when, points }) => {
    const terms = termsOf(when);
    const half = terms?.some(({ name }) => name in behaviour) ? 'interest' : 'fit';
    if (!terms || (half === 'interest' && !isObserved) || !holds(terms, facts)) return [];
    sums[half] += points;
    return [{ rule: rule ?? when, points }];
  });
  const value = Math.round(Math.min(100, Math.max(0, sums.fit + sums.interest)));
  const isWarm = value >= warm;
  return {
    value,
    ...sums,
    temperature: value >= hot ? 'hot' : isWarm ? 'warm' : 'cold',
    stage: isWarm ? 'mql' : 'lead',
    reasons,
  };
}

/**
 * Scores a lead as far as that is allowed: not where the owner has turned scoring off or the person objects to it,
 * and without the profiling consent for what they wrote alone.
 * @param scoring `null`: turned off
 */
export function allowedScore(
  lead: Scorable & { consents: readonly Consent[] },
  scoring: Scoring | null = defaultScoring,
): Required<Score> | null {
  const { profile, consents } = lead;
  if (!scoring || isRefused(consents, 'scoring')) return null;
  return scoreOf(isGranted(consents, 'profiling') ? lead : { profile }, scoring);
}
