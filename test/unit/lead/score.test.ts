import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/lead/condition.ts';
import { profileLines } from '../../../src/lead/profile.ts';
import {
  allowedScore,
  defaultScoring,
  type Scorable,
  type ScoreRule,
  type Scoring,
  scoreOf,
} from '../../../src/lead/score.ts';
import { buildLead, consentTo } from '../../support/envelope-builder.ts';

const profile = { email: 'ada@shop.example' };
const quiet = { pageViews: 1, activeSeconds: 5, ctaClicks: 0, calculations: 0 };
const touch = { at: '2026-11-23T10:00:00.000Z', page: 'https://shop.example/' };
const click = { ...touch, click: { name: 'gclid', value: 'g' } };
const utm = { source: 'newsletter', medium: 'email', campaign: 'autumn' };

/** The usual thresholds, and these rules. */
const scoringOf = (...rules: ScoreRule[]): Scoring => ({ ...defaultScoring, rules });

/** Whether one rule applies to a lead, and to which half its points go. */
function halfOf(when: string, lead: Partial<Scorable>): 'fit' | 'interest' | null {
  const { fit, interest, reasons } = scoreOf({ profile, ...lead }, scoringOf({ when, points: 7 }));
  expect(fit + interest).toBe(7 * reasons.length);
  return fit ? 'fit' : interest ? 'interest' : null;
}

test('an address alone is a cold lead', () => {
  expect(scoreOf({ profile, engagement: quiet })).toEqual({
    value: 0,
    fit: 0,
    interest: 0,
    temperature: 'cold',
    stage: 'lead',
    reasons: [],
  });
});

describe('each rule gives its points to its half, and says so', () => {
  const cases: [string, number, 'fit' | 'interest', Partial<Scorable>][] = [
    ['timeframe=now', 30, 'fit', { profile: { ...profile, buying: { timeframe: 'now' } } }],
    ['timeframe=this-quarter', 20, 'fit', { profile: { ...profile, buying: { timeframe: 'this-quarter' } } }],
    ['timeframe=this-year', 10, 'fit', { profile: { ...profile, buying: { timeframe: 'this-year' } } }],
    ['budget=over-20k', 25, 'fit', { profile: { ...profile, buying: { budget: 'over-20k' } } }],
    ['budget=5k-20k', 20, 'fit', { profile: { ...profile, buying: { budget: '5k-20k' } } }],
    ['budget=1k-5k', 10, 'fit', { profile: { ...profile, buying: { budget: '1k-5k' } } }],
    ['frequency=weekly|monthly', 10, 'fit', { profile: { ...profile, buying: { frequency: 'monthly' } } }],
    ['frequency=weekly|monthly', 10, 'fit', { profile: { ...profile, buying: { frequency: 'weekly' } } }],
    ['interests=quote', 10, 'fit', { profile: { ...profile, interests: ['quote'] } }],
    ['interests=demo', 10, 'fit', { profile: { ...profile, interests: ['other', 'demo'] } }],
    ['interests=advice', 5, 'fit', { profile: { ...profile, interests: ['advice', 'seo'] } }],
    ['company', 5, 'fit', { profile: { ...profile, company: 'Rossi' } }],
    ['phone', 5, 'fit', { profile: { ...profile, phone: '+39' } }],
    ['message', 5, 'fit', { profile: { ...profile, message: 'Hello' } }],
    ['calculation', 10, 'interest', { calculation: buildLead().calculation }],
    ['activeSeconds>=60', 5, 'interest', { engagement: { ...quiet, activeSeconds: 60 } }],
    ['pageViews>=3', 5, 'interest', { engagement: { ...quiet, pageViews: 3 } }],
    ['ctaClicks>=1', 5, 'interest', { engagement: { ...quiet, ctaClicks: 1 } }],
    ['click', 5, 'interest', { attribution: { current: click } }],
    ['click', 5, 'interest', { attribution: { last: click, current: touch } }],
  ];
  test.each(cases)('%s: %d of %s', (rule, points, half, changes) => {
    const score = scoreOf({ profile, engagement: quiet, ...changes });
    expect(score).toMatchObject({ value: points, fit: 0, interest: 0, [half]: points });
    expect(score.reasons).toEqual([{ rule, points }]);
  });

  test.each<[string, Partial<Scorable>]>([
    ['just looking', { profile: { ...profile, buying: { timeframe: 'exploring' } } }],
    ['a small budget', { profile: { ...profile, buying: { budget: 'under-1k' } } }],
    ['buying once', { profile: { ...profile, buying: { frequency: 'once' } } }],
    ['no interests', { profile: { ...profile, interests: [] } }],
    ['something else', { profile: { ...profile, interests: ['other'] } }],
    ['an interest of the owner’s own', { profile: { ...profile, interests: ['roof', 'toString'] } }],
    ['a name', { profile: { ...profile, name: 'Ada', firstName: 'Ada', lastName: 'Rossi' } }],
    ['an empty text', { profile: { ...profile, company: '' } }],
    ['59 seconds', { engagement: { ...quiet, activeSeconds: 59 } }],
    ['two pages', { engagement: { ...quiet, pageViews: 2 } }],
    ['an arrival without a click', { attribution: { first: click, last: touch, current: touch } }],
  ])('%s gives none', (_, changes) => {
    expect(scoreOf({ profile, engagement: quiet, ...changes })).toMatchObject({ value: 0, reasons: [] });
  });

  test('all interests are looked at, each once', () => {
    const interests = ['quote', 'advice', 'quote'];
    expect(scoreOf({ profile: { ...profile, interests } })).toMatchObject({ fit: 15 });
  });
});

describe('the rules where the owner does not say', () => {
  test('are conditions, with names of their own', () => {
    for (const { when } of defaultScoring.rules) expect(termsOf(when)).not.toBeNull();
    const names = defaultScoring.rules.map(({ rule, when }) => rule ?? when);
    expect(new Set(names).size).toBe(names.length);
  });

  test('fields that are merely filled in make no lead warm', () => {
    const filled = Object.fromEntries(profileLines.map((name) => [name, 'x']));
    const score = scoreOf({ profile: { ...profile, ...filled, message: 'x', interests: ['other'] } });
    expect(score).toMatchObject({ value: 15, temperature: 'cold' });
  });

  test('what somebody writes can make a lead hot by itself', () => {
    const buying = { timeframe: 'now', budget: 'over-20k' } as const;
    const score = scoreOf({ profile: { ...profile, buying, interests: ['quote'] } });
    expect(score).toMatchObject({ fit: 65, interest: 0, temperature: 'hot' });
  });
});

test.each([
  [{ timeframe: 'this-quarter' as const }, { company: 'Rossi' }, 25, 'cold', 'lead'],
  [{ timeframe: 'now' as const }, {}, 30, 'warm', 'mql'],
  [{ timeframe: 'now' as const, budget: '5k-20k' as const }, { message: 'Hello' }, 55, 'warm', 'mql'],
  [{ timeframe: 'now' as const, budget: '5k-20k' as const }, { interests: ['quote'] }, 60, 'hot', 'mql'],
])('%j and %j: %d, %s, %s', (buying, more, value, temperature, stage) => {
  expect(scoreOf({ profile: { ...profile, ...more, buying } })).toMatchObject({ value, temperature, stage });
});

describe('a rule of the owner’s', () => {
  const answers = [
    { name: 'service', label: 'Which service?', value: 'audit' },
    { name: 'channels', label: 'Where?', value: ['search', 'print'] },
    { name: 'staff', label: 'How many are you?', value: '12' },
    { name: 'empty', label: 'Else?', value: ['', ''] },
    { name: 'company', label: 'Whose?', value: 'an answer' },
    { name: 'budget', label: 'Whose?', value: 'an answer' },
    { name: 'phone', label: 'Whose?', value: 'an answer' },
    { name: 'source', label: 'How did you hear of us?', value: 'a friend' },
    { name: '__proto__', label: 'Odd', value: 'said' },
    { name: 'toString', label: 'Odd', value: 'said' },
  ];
  const lead: Partial<Scorable> = {
    profile: { ...profile, company: 'Rossi', buying: { budget: '5k-20k' }, answers },
    attribution: { current: { ...click, utm } },
    engagement: { ...quiet, pageViews: 4 },
    calculation: buildLead().calculation,
  };

  test.each<[string, 'fit' | 'interest' | null]>([
    ['service', 'fit'],
    ['service=audit|ads', 'fit'],
    ['service=ads', null],
    ['channels=print', 'fit'],
    ['channels!=print', null],
    ['staff>=10 & company', 'fit'],
    ['staff>=13', null],
    ['empty', null],
    ['!fax', 'fit'],
    // A part of the profile goes before an answer of its name, which is looked at where that part was not said.
    ['company=Rossi', 'fit'],
    ['company=an answer', null],
    ['budget=5k-20k', 'fit'],
    ['budget=an answer', null],
    ['phone=an answer', 'fit'],
    // Behaviour goes before both.
    ['source=newsletter', 'interest'],
    ['source=a friend', null],
    ['medium=email & campaign=autumn', 'interest'],
    ['click=gclid', 'interest'],
    ['calculation', 'interest'],
    ['pageViews>=4', 'interest'],
    ['ctaClicks<=0', 'interest'],
    ['calculations>=1', null],
    ['activeSeconds<=5', 'interest'],
    // One word about behaviour is enough.
    ['company & pageViews>=4', 'interest'],
    ['company & !click', null],
    // What every object has is nothing that a person said, unless they did.
    ['toString=said', 'fit'],
    ['__proto__=said', 'fit'],
    ['constructor', null],
    ['!hasOwnProperty', 'fit'],
    ['answers', null],
    ['buying', null],
    ['not a condition', null],
    ['', null],
  ])('%s: %s', (when, half) => expect(halfOf(when, lead)).toBe(half));

  test('is named by its name, by its condition otherwise, in the order of the rules', () => {
    const { reasons } = scoreOf(
      { profile: { ...profile, company: 'Rossi' }, engagement: quiet },
      scoringOf(
        { when: 'pageViews>=1', points: 2 },
        { rule: 'Has a firm', when: 'company', points: 3 },
        { when: ' !phone ', points: -1 },
      ),
    );
    expect(reasons).toEqual([
      { rule: 'pageViews>=1', points: 2 },
      { rule: 'Has a firm', points: 3 },
      { rule: ' !phone ', points: -1 },
    ]);
  });

  test('thresholds are the owner’s, too', () => {
    const scoring = { rules: [{ when: 'company', points: 10 }], warm: 10, hot: 10 };
    expect(scoreOf({ profile: { ...profile, company: 'x' } }, scoring).temperature).toBe('hot');
    expect(scoreOf({ profile }, { ...scoring, warm: 0 })).toMatchObject({
      temperature: 'warm',
      stage: 'mql',
    });
    expect(scoreOf({ profile: { ...profile, company: 'x' } }, { ...scoring, hot: 11 }).temperature).toBe(
      'warm',
    );
  });
});

describe('where behaviour is not known, nothing is said of it', () => {
  test.each(['!click', 'pageViews<=9', 'source!=newsletter', '!calculation & email'])('%s', (when) => {
    expect(halfOf(when, {})).toBeNull();
  });

  test('where a part of it is, what is missing counts as missing', () => {
    expect(halfOf('!click', { engagement: quiet })).toBe('interest');
    expect(halfOf('!click', { attribution: {} })).toBe('interest');
    expect(halfOf('!click', { calculation: buildLead().calculation })).toBe('interest');
  });

  test('the campaign is that of this visit, or the latest there was', () => {
    const other = { ...touch, utm: { source: 'google' } };
    expect(halfOf('source=newsletter', { attribution: { last: { ...touch, utm }, current: touch } })).toBe(
      'interest',
    );
    const both = { attribution: { last: { ...touch, utm }, current: other } };
    expect(halfOf('source=google & !medium', both)).toBe('interest');
    expect(halfOf('source', { attribution: { first: { ...touch, utm }, current: touch } })).toBeNull();
  });
});

describe('the value goes from 0 to 100, its halves wherever the rules lead', () => {
  const lead = { profile: { ...profile, company: 'Rossi' }, engagement: quiet };
  test.each([
    [150, -20, 100],
    [150, -80, 70],
    [-30, 20, 0],
    [-30, 50, 20],
    [0, -1, 0],
    [60, 60, 100],
    [12.4, 12.4, 25],
  ])('%d and %d: %d', (fit, interest, value) => {
    const scoring = scoringOf({ when: 'company', points: fit }, { when: 'pageViews>=1', points: interest });
    expect(scoreOf(lead, scoring)).toMatchObject({ fit, interest, value });
  });

  test('whatever speaks for a lead or against it', () => {
    const rules = fc.array(
      fc.record({
        when: fc.constantFrom('company', '!company', 'pageViews>=1', 'click', 'email & !phone'),
        points: fc.integer({ min: -200, max: 200 }),
      }),
    );
    fc.assert(
      fc.property(rules, (rules) => {
        const { value, fit, interest, reasons } = scoreOf(lead, scoringOf(...rules));
        expect(fit + interest).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
        expect(value).toBe(Math.min(100, Math.max(0, fit + interest)));
        expect(Object.is(value, -0)).toBe(false);
      }),
    );
  });
});

test('numbers that a stranger sends do not break it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.double(), (odd, number) => {
      const { answers: _, ...parts } = odd;
      const engagement = { ...quiet, activeSeconds: number, pageViews: number };
      const { value } = scoreOf({ profile: { ...parts, ...profile }, engagement } as Scorable);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
    }),
  );
});

describe('who may be scored', () => {
  const lead = buildLead();
  const whole = scoreOf(lead);
  const fitAlone = scoreOf({ profile: lead.profile });
  const { rules } = defaultScoring;
  const own = { rules: [...rules, { when: '!click', points: 40 }], warm: 30, hot: 60 };

  test('(the lead has both halves, or the pairs below would prove nothing)', () => {
    expect(whole.fit).toBeGreaterThan(0);
    expect(whole.interest).toBeGreaterThan(0);
    expect(fitAlone).toMatchObject({ fit: whole.fit, interest: 0 });
  });

  const profiling = [
    ['profiling agreed to', [consentTo('profiling')]],
    ['profiling refused', [consentTo('profiling', false)]],
    ['nothing asked', []],
  ] as const;
  const objections = [
    ['no objection', []],
    ['an objection', [consentTo('scoring', false)]],
    ['an objection taken back', [consentTo('scoring', false), consentTo('scoring')]],
  ] as const;
  const scorings = [
    ['our rules', defaultScoring],
    ['own rules', own],
    ['scoring off', null],
  ] as const;
  const pairs = profiling.flatMap(([said, first]) =>
    objections.flatMap(([objected, second]) =>
      scorings.map(([rules, scoring]) => [said, objected, rules, [...first, ...second], scoring] as const),
    ),
  );

  test.each(pairs)('%s, %s, %s', (said, objected, rules, consents, scoring) => {
    const score = allowedScore({ ...lead, consents }, scoring);
    if (objected === 'an objection' || rules === 'scoring off') expect(score).toBeNull();
    else if (said === 'profiling agreed to') expect(score).toEqual(scoreOf(lead, scoring!));
    else expect(score).toEqual(fitAlone);
  });

  test('by our rules where nothing else is said', () => {
    expect(allowedScore(lead)).toEqual(whole);
  });
});
