import { count } from '../count.ts';

/** Whom to look for, learned from who was won and who was lost. */
export const target = {
  title: 'Whom to look for',
  tooFew: (won: number, lost: number) =>
    `So far ${count(won, 'was', 'were')} won and ${lost} lost. Too few to learn from: anything found would be chance.`,
  missing: (won: number, lost: number) => {
    const parts = [won > 0 && `${won} more won`, lost > 0 && `${lost} more lost`].filter(Boolean);
    return `It takes ${parts.join(' and ')}. Write down how each deal ends, on its person’s page.`;
  },
  found: (won: number, of: number, marks: number) =>
    `Of ${of} people of whom it is known how it ended, ${count(won, 'was', 'were')} won. ${marks === 1 ? 'One thing tells' : `${marks} things tell`} who is won apart from who is lost, more than chance explains.`,
  nothing: (won: number, of: number) =>
    `Of ${of} people of whom it is known how it ended, ${count(won, 'was', 'were')} won. Nothing in what people wrote and did tells the won from the lost more than chance explains.`,
  nothingHint:
    'That is an answer, too: a sharper target would be a guess. Ask in your form what you suspect matters, and look again when more deals have ended.',
  newest: (of: number) => `Only the latest ${of} are looked at.`,

  profile: 'The profile',
  counted: (learnedOn: number, checkedOn: number) =>
    `Counted among the ${learnedOn} who ended first. The ${checkedOn} latest are kept to check it.`,
  lookFor: 'Look for people of whom this is true',
  careful: 'Be slower with people of whom this is true',
  sameAs: (signs: string) => `(these are also those with ${signs})`,
  mark: (won: number, of: number, share: string, otherShare: string) =>
    `${won} of ${of} won (${share}); of the others, ${otherShare}`,

  picture: (signs: number, average: string) =>
    `How often ${signs} kinds of people were won, each with the interval that holds the true share in 95 of 100 samples, beside the average of ${average}. The same figures stand in the table below.`,
  pictureTitle: 'How often they were won',
  average: 'average',
  allSigns: 'Everything that was looked at',
  columns: {
    sign: 'Who',
    withIt: 'Won with it',
    withoutIt: 'Won without it',
    probability: 'Chance alone',
    verdict: 'What it says',
  },
  rate: (won: number, of: number, share: string, low: string, high: string) =>
    `${won} of ${of}: ${share} (${low} to ${high})`,
  none: '—',
  verdicts: { mark: 'marks a customer', against: 'speaks against', chance: 'may be chance', few: 'too few' },
  unknown: (count: number) => `not known of ${count}`,
  how: (looks: number, learnedOn: number) =>
    `Learned from the ${learnedOn} who ended first. ${looks} things were tested; “chance alone” is how often so large a difference would turn up among as many looks if nothing mattered (Fisher’s exact test, corrected by Holm), and below 5 % it counts. Intervals hold the true share in 95 of 100 samples (Wilson).`,

  check: 'Would it have worked?',
  checkHint: (of: number) =>
    `Held against the ${of} latest, from whom nothing was learned. Take one who was won and one who was lost: how often do the rules give the won one more points? 50 in 100 is a coin.`,
  rankings: { learned: 'Rules from your deals', inForce: 'Your rules today' },
  ranked: (share: string, low: string, high: string) => `${share} in 100 (${low} to ${high})`,
  hot: (won: number, of: number) =>
    `would have called ${of} hot; ${won} of them ${won === 1 ? 'was' : 'were'} won`,
  hotNone: 'would have called nobody hot',
  notRanked: 'cannot be told: the latest were all won, or all lost',
  checkColumns: { rules: 'Rules', ranking: 'Ranks the won one higher', hot: 'Handed to sales at once' },
  verdictOf: {
    better: 'The rules from your deals would have ranked better than those of today.',
    unsure: 'Which rules would have ranked better cannot be told yet: the intervals overlap.',
    worse: 'Your rules of today would have ranked better. Keep them, and look again when more have ended.',
    chance:
      'On the latest people these rules are no better than a coin can be. Wait until more have ended before you adopt them.',
  },

  rules: 'Rules from your deals',
  rulesHint:
    'Points follow how much likelier each thing makes a customer, all else being equal. Who has all of it comes to 100.',
  ruleColumns: { rule: 'Who', proposed: 'Proposed', today: 'Today' },
  thresholds: { warm: 'Warm from', hot: 'Hot from' },
  points: (points: number) => `${points < 0 ? '−' : '+'}${Math.abs(points)}`,
  goes: (count: number) => `${count === 1 ? 'One rule' : `${count} rules`} of today that would go`,
  adopt: 'Adopt these rules',
  adoptHint: 'The next lead is judged by them. What has come keeps its score. You can take it back here.',
  adminAdopts: 'An admin adopts them for the team, here.',
  alreadyInForce: 'These are your team’s rules already.',
  adoptedBy: (name: string, at: string) => `Adopted by ${name} on ${at}.`,
  somebody: 'somebody who has left',
  takeBack: 'Take it back',
  done: {
    adopted: 'Adopted. The next lead is judged by these rules.',
    'taken-back': 'Taken back. The rules are as they were before.',
  },
  refused: {
    'changed-since':
      'Nothing was changed: the rules have been changed since you opened this page. This is how they stand now.',
    unknown: 'Nothing was changed: the page asked for rules that are none.',
  },

  wonDeals: 'Start the next plan from your won deals',
  wonDealsOf: (asked: string, customers: string, from: string, until: string) =>
    `${count(asked, 'person', 'people')} first asked ${from === until ? `in ${from}` : `from ${from} to ${until}`}, and ${customers} of them ${customers === '1' ? 'is a customer' : 'are customers'}. Those who asked later are left out: too few of their deals have ended.`,
  waited: (days: number) =>
    `Nine of ten customers were won ${days ? `within ${count(days, 'day', 'days')} of asking` : 'on the day they asked'}.`,
  few: 'That is little to plan on: take the ranges that the calculator shows seriously.',
  priced: (priced: string, customers: string) =>
    `Revenue is known of ${priced} of ${count(customers, 'customer', 'customers')}; the average sale is theirs.`,
  unknownCosts: (kinds: string) =>
    `Nobody wrote down any cost of ${kinds} in these months. The calculator starts from nothing there: enter what they really cost before you believe its return.`,
  valueColumns: { what: 'What', value: 'From your deals' },
  counts: (hits: string, of: string, share: string) => `${hits} of ${of} (${share})`,
  open: 'Open these values in the planner',
  paste: 'Put this behind the address of the page with your planner:',
  noWonDeals:
    'Once customers are won from a whole month of requests, their rates, their average sale and the time they take stand here, to start the next plan from.',

  /** Behaviour, as signs say it. */
  behaviour: {
    pageViews: (least: string) => `Saw ${least} pages or more`,
    activeSeconds: (least: string) => `Stayed for ${least} seconds or more`,
    ctaClicks: () => 'Pressed a call to action',
    calculations: () => 'Used the calculator',
    source: (value: string) => `Source: ${value}`,
    campaign: (value: string) => `Campaign: ${value}`,
    medium: (value: string) => `Medium: ${value}`,
  } as Record<string, (value: string) => string>,
  not: (what: string) => `Not: ${what}`,
  said: (question: string, answer: string) => `${question}: ${answer}`,
};
