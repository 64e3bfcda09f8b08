import { describe, expect, it } from 'vitest';
import { sameDraws } from '../../../collector/example/same-draws.ts';
import type { Deal } from '../../../collector/learning/deal.ts';
import { learnTarget } from '../../../collector/learning/learn-target.ts';
import { defaultScoring, type Envelope } from '../../../src/schema.ts';
import { consentTo } from '../../support/envelope-builder.ts';
import { requestOf } from '../../support/person-requests.ts';

const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();

/** Deals with fifteen interests, of which only `true` may matter. */
function dealsOf(seed: number, count: number, shareWith: number, shareWithout: number): Deal[] {
  const chance = sameDraws(seed);
  return Array.from({ length: count }, (_, id) => {
    const names = ['true', ...Array.from({ length: 14 }, (_, at) => `noise-${at}`)];
    const interests = names.filter(() => chance() < 0.4);
    const lead = requestOf(`p${id}@a.example`, 'cold');
    const won = chance() < (interests.includes('true') ? shareWith : shareWithout);
    return {
      id,
      lead: { ...lead, profile: { email: lead.profile.email, interests } },
      won,
      decidedAt: day(id),
      revenue: null,
    };
  });
}

const marksOf = (deals: Deal[]) =>
  learnTarget(deals, defaultScoring)
    .signs.filter(({ isMark }) => isMark)
    .map(({ when }) => when);

describe('learning from deals', () => {
  it('finds the sign that matters, and ranks later deals by it better than rules that ask for something else', () => {
    const learned = learnTarget(dealsOf(1, 300, 0.6, 0.1), defaultScoring);
    expect(learned.scoring?.rules[0]).toEqual({ when: 'interests=true', points: 100 });
    expect(learned.scoring!.warm).toBeLessThanOrEqual(learned.scoring!.hot);
    expect(learned.ranking.learned!.low).toBeGreaterThan(0.5);
    expect(learned.ranking.inForce!.share).toBe(0.5);
  });

  it('hardly ever names a sign where there is none: a correction for all looks is at work', () => {
    const named = Array.from({ length: 12 }, (_, seed) => marksOf(dealsOf(seed + 100, 200, 0.3, 0.3)));
    expect(named.filter(({ length }) => length).length).toBeLessThanOrEqual(1);
  });

  it('learns nothing from the deals it is checked on', () => {
    const deals = dealsOf(2, 300, 0.6, 0.1);
    const turned = deals.map((deal) => (deal.id >= 200 ? { ...deal, won: !deal.won } : deal));
    const [one, other] = [learnTarget(deals, null), learnTarget([...turned].reverse(), null)];
    expect(other.scoring).toEqual(one.scoring);
    expect(other.ranking.learned!.share).toBeCloseTo(1 - one.ranking.learned!.share, 10);
  });

  it('says how many more deals it takes, and nothing else', () => {
    const few = dealsOf(3, 12, 1, 0);
    const { won, lost, missing, scoring, signs } = learnTarget(few, defaultScoring);
    expect(won + lost).toBe(12);
    expect(missing).toEqual({ won: Math.max(0, 10 - won), lost: Math.max(0, 10 - lost) });
    expect([scoring, signs]).toEqual([null, []]);
  });

  it('takes silence on behaviour for silence, and not for a no', () => {
    const deals = dealsOf(4, 90, 0.5, 0.5).map((deal): Deal => {
      const engagement = { pageViews: 5, activeSeconds: 10, ctaClicks: 0, calculations: 0 };
      const lead: Envelope =
        deal.id % 3 ? { ...deal.lead, consents: [consentTo('profiling')], engagement } : deal.lead;
      return { ...deal, lead };
    });
    const sign = learnTarget(deals, null).signs.find(({ when }) => when === 'pageViews>=5');
    expect(sign).toMatchObject({ unknown: 20, withIt: { of: 40 }, withoutIt: null, probability: null });
  });
});
