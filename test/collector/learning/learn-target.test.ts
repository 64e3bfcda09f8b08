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
      askedAt: day(id),
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
    expect(learned.checks.learned!.ranking!.low).toBeGreaterThan(0.5);
    expect(learned.checks.inForce!.ranking!.share).toBe(0.5);
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
    expect(other.checks.learned!.ranking!.share).toBeCloseTo(1 - one.checks.learned!.ranking!.share, 10);
  });

  it('turns what speaks against a lead into points for whoever is not such: a score knows nothing below 0', () => {
    const learned = learnTarget(dealsOf(5, 300, 0.1, 0.6), null);
    expect(learned.scoring?.rules).toEqual([{ when: 'interests!=true', points: 100 }]);
    expect(learned.checks.learned!.ranking!.low).toBeGreaterThan(0.5);
    // As many as were not such among the later third, and how many of them were won.
    const later = dealsOf(5, 300, 0.1, 0.6).slice(200);
    const others = later.filter(({ lead }) => !lead.profile.interests?.includes('true'));
    expect(learned.checks.learned!.hot).toMatchObject({
      hits: others.filter(({ won }) => won).length,
      of: others.length,
    });
  });

  it('takes two signs of the very same people for one: one look, one mark, one rule', () => {
    const deals = dealsOf(1, 300, 0.6, 0.1);
    const twice = deals.map((deal): Deal => {
      const isSuch = deal.lead.profile.interests?.includes('true');
      const answers = isSuch ? [{ name: 'roof', label: 'Roof', value: 'flat' }] : [];
      return { ...deal, lead: { ...deal.lead, profile: { ...deal.lead.profile, answers } } };
    });
    const [one, both] = [learnTarget(deals, null), learnTarget(twice, null)];
    expect(both.looks).toBe(one.looks);
    expect(both.scoring!.rules.map(({ points }) => points)).toEqual([100]);
    expect(both.signs.find(({ isMark }) => isMark)).toMatchObject({
      when: 'interests=true',
      sameAs: ['roof=flat'],
    });
  });

  it('does not take who let nobody know for who is not such', () => {
    const deals = dealsOf(6, 120, 0.5, 0.5).map((deal): Deal => {
      const isSeen = deal.id % 2 === 0;
      const engagement = { pageViews: deal.id % 4 ? 5 : 1, activeSeconds: 10, ctaClicks: 0, calculations: 0 };
      const interests = isSeen && deal.id % 4 ? ['five-pages'] : ['other'];
      const lead: Envelope = {
        ...deal.lead,
        profile: { ...deal.lead.profile, interests },
        ...(isSeen && { consents: [consentTo('profiling')], engagement }),
      };
      return { ...deal, lead };
    });
    const { signs } = learnTarget(deals, null);
    const ofInterest = signs.find(({ when }) => when === 'interests=five-pages')!;
    const ofPages = signs.find(({ when }) => when === 'pageViews>=2')!;
    expect([ofInterest.unknown, ofPages.unknown]).toEqual([0, 40]);
    expect(ofInterest.sameAs).toEqual([]);
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
    const sign = learnTarget(deals, null).signs.find(({ when }) => when === 'pageViews>=2');
    expect(sign).toMatchObject({
      sameAs: [],
      unknown: 20,
      withIt: { of: 40 },
      withoutIt: null,
      probability: null,
    });
  });
});
