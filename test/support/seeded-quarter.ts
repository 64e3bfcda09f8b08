import { sameDraws } from '../../collector/example/same-draws.ts';
import type { Envelope, Tally } from '../../src/schema.ts';
import { consentTo } from './envelope-builder.ts';

/** Somebody of the quarter, and what became of them in the end. */
export interface SeededPerson {
  email: string;
  campaign: string;
  /** When they asked. */
  at: Date;
  timeframe: 'now' | 'this-year';
  isCompany: boolean;
  outcome: 'customer' | 'lost' | 'open';
  /** When it was decided. */
  decidedAt: Date | null;
  /** Currency units. */
  revenue: number;
}

export interface SeededSpend {
  day: string;
  campaign: string;
  source: string;
  amount: number;
  clicks: number;
}

export interface SeededQuarter {
  /** In the order in which they asked. */
  people: SeededPerson[];
  tallies: Tally[];
  spend: SeededSpend[];
}

/** Where people of a campaign come from, how many a day, what a day costs, and how many see the form for each who asks. */
const campaigns = {
  search: { source: 'google', daily: 1.6, cost: 60, views: 20 },
  social: { source: 'meta', daily: 1.2, cost: 50, views: 40 },
} as const;

const dayLength = 86_400_000;

/**
 * A quarter with a truth in it: of those who need it now 7 in 10 buy, of all others 1 in 10; whether they are a company
 * says nothing. One in ten is not decided yet. The same for the same seed.
 * @param from the first day, midnight UTC
 * @param days how many
 */
export function seededQuarter(from: Date, days: number, seed: number): SeededQuarter {
  const draw = sameDraws(seed);
  const quarter: SeededQuarter = { people: [], tallies: [], spend: [] };
  for (let day = 0; day < days; day += 1) {
    const midnight = from.getTime() + day * dayLength;
    const date = new Date(midnight).toISOString().slice(0, 10);
    for (const [campaign, { source, daily, cost, views }] of Object.entries(campaigns)) {
      const asking = Math.floor(daily) + (draw() < daily % 1 ? 1 : 0);
      const seen = Math.round(daily * views * (0.8 + 0.4 * draw()));
      for (const [event, number] of [
        ['view', seen],
        ['start', Math.ceil(seen / 5)],
        ['cta', Math.ceil(seen / 8)],
      ] as const)
        quarter.tallies.push({ day: date, form: 'offer', campaign, event, number });
      quarter.spend.push({ day: date, campaign, source, amount: cost, clicks: seen + 5 });
      for (let one = 0; one < asking; one += 1) {
        const at = new Date(midnight + Math.floor(draw() * dayLength));
        const timeframe = draw() < 0.4 ? 'now' : 'this-year';
        const isDecided = draw() < 0.9;
        const isWon = isDecided && draw() < (timeframe === 'now' ? 0.7 : 0.1);
        quarter.people.push({
          email: `p${quarter.people.length}@seeded.example`,
          campaign,
          at,
          timeframe,
          isCompany: draw() < 0.5,
          outcome: isWon ? 'customer' : isDecided ? 'lost' : 'open',
          decidedAt: isDecided ? new Date(at.getTime() + Math.ceil(1 + draw() * 9) * dayLength) : null,
          revenue: isWon ? Math.round(500 + 1_000 * draw()) : 0,
        });
      }
    }
  }
  quarter.people.sort((one, other) => one.at.getTime() - other.at.getTime());
  return quarter;
}

/** What somebody of the quarter sends. */
export const envelopeOfSeeded = ({ email, campaign, at, timeframe, isCompany }: SeededPerson): Envelope => ({
  version: 1,
  id: crypto.randomUUID(),
  createdAt: at.toISOString(),
  source: { form: 'offer', page: 'https://shop.example/offer', title: 'Offer', locale: 'en-GB' },
  profile: {
    email,
    name: email.split('@')[0]!,
    ...(isCompany && { company: 'Ltd' }),
    buying: { timeframe },
  },
  consents: [consentTo('marketing', false), consentTo('profiling')],
  attribution: {
    last: {
      at: at.toISOString(),
      page: 'https://shop.example/offer',
      utm: { source: campaigns[campaign as keyof typeof campaigns].source, campaign },
    },
  },
  spam: { signals: [], quarantine: false },
});
