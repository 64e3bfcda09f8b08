import { randomUUID } from 'node:crypto';
import type { Envelope } from 'unisono/schema';
import type { Stage } from '../store/tables.ts';

/** What became of somebody: so many days after they asked. */
export interface ExampleMove {
  days: number;
  move: 'answered' | 'give-back' | 'next-step' | 'note' | 'stage';
  stage?: Stage;
  text?: string;
  revenue?: number;
  /** Days from today on which a next step is due. */
  dueIn?: number;
}

/** A request with what became of it. */
export interface ExampleLead {
  /** Days before today. */
  daysAgo: number;
  envelope: Envelope;
  /** Whether they confirmed that they want news, if they ticked the box. */
  confirms: boolean;
  moves: ExampleMove[];
}

export interface ExampleCampaign {
  campaign: string;
  source: string;
  medium: string;
  /** Share of the requests. */
  share: number;
  /** What it costs in a month. */
  spend: number;
  /** Page views for each request. */
  views: number;
  /** How much likelier its people buy than others. */
  luck: number;
}

/** Three ways in which people of the example come. One costs much and sells little: that is there to be found. */
export const exampleCampaigns: readonly ExampleCampaign[] = [
  {
    campaign: 'autumn-search',
    source: 'google',
    medium: 'cpc',
    share: 0.45,
    spend: 3_200,
    views: 30,
    luck: 1.2,
  },
  {
    campaign: 'autumn-social',
    source: 'meta',
    medium: 'paid',
    share: 0.35,
    spend: 2_600,
    views: 75,
    luck: 0.35,
  },
  {
    campaign: 'newsletter',
    source: 'newsletter',
    medium: 'email',
    share: 0.2,
    spend: 300,
    views: 14,
    luck: 1.6,
  },
];

const names = {
  first: [
    'Ada',
    'Bruno',
    'Carla',
    'Dario',
    'Elena',
    'Fabio',
    'Giulia',
    'Hugo',
    'Irene',
    'Jonas',
    'Karin',
    'Luca',
    'Marta',
    'Nina',
    'Oscar',
    'Paola',
    'Rita',
    'Sara',
    'Teo',
    'Vera',
  ],
  last: [
    'Amato',
    'Bianchi',
    'Conti',
    'De Luca',
    'Esposito',
    'Ferri',
    'Galli',
    'Hofer',
    'Keller',
    'Lombardi',
    'Moretti',
    'Neri',
    'Orsini',
    'Parisi',
    'Ricci',
    'Serra',
    'Testa',
    'Urban',
    'Villa',
  ],
  company: [
    'Roofs',
    'Gardens',
    'Kitchens',
    'Windows',
    'Floors',
    'Solar',
    'Stone',
    'Timber',
    'Glass',
    'Steel',
  ],
};
const lostReasons = [
  'Too expensive',
  'Bought elsewhere',
  'No answer any more',
  'Only looking',
  'Outside our area',
];
const giveBackReasons = [
  'No budget before next year',
  'Student project',
  'Looks for a job, not for an offer',
];
const nextSteps = ['Call about the offer', 'Visit the site', 'Send the contract', 'Ask who decides'];
const messages = [
  'When could you start?',
  'We need an offer for two buildings.',
  'Please call in the morning.',
  'How long does it take?',
  '',
  '',
];

/**
 * A quarter of requests with what became of them, made up and the same for the same draws. Who has a budget and needs
 * it soon buys more often, and one campaign brings people who seldom do.
 * @param random draws from 0 up to, and without, 1
 * @param today the day on which the quarter ends
 * @param count how many requests
 */
export function exampleQuarter(random: () => number, today: Date, count = 400): ExampleLead[] {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const happens = (chance: number): boolean => random() < chance;
  const spread = (least: number, most: number): number => least + random() * (most - least);

  function campaignDrawn(): ExampleCampaign {
    const draw = random();
    let sum = 0;
    return exampleCampaigns.find(({ share }) => {
      sum += share;
      return draw < sum;
    })!;
  }

  function lead(at: number): ExampleLead {
    const campaign = campaignDrawn();
    const daysAgo = 90 * (1 - at / count) + random() * 0.5;
    const createdAt = new Date(today.getTime() - daysAgo * 86_400_000).toISOString();
    const first = pick(names.first);
    const last = pick(names.last);
    const isProfiled = happens(0.7);
    // Of those who asked today, some are hot: a day begins with them.
    const isFresh = daysAgo < 1 && at % 2 === 0;
    const budget = isFresh ? 'over-20k' : pick(['under-1k', '1k-5k', '5k-20k', 'over-20k'] as const);
    const timeframe = isFresh ? 'now' : pick(['now', 'this-quarter', 'this-year', 'exploring'] as const);
    const isCompany = happens(0.6);
    const consent = (purpose: string, granted: boolean) => ({
      purpose,
      granted,
      text: `Example words for ${purpose}`,
      version: 'example',
      at: createdAt,
    });
    const touch = {
      at: createdAt,
      page: 'https://example.test/offer',
      utm: { source: campaign.source, medium: campaign.medium, campaign: campaign.campaign },
    };
    const message = pick(messages);
    const envelope: Envelope = {
      version: 1,
      id: randomUUID(),
      createdAt,
      source: {
        form: happens(0.8) ? 'offer' : 'callback',
        page: 'https://example.test/offer',
        title: 'Example',
        locale: happens(0.6) ? 'it-IT' : 'en-GB',
      },
      profile: {
        // Names come again; addresses do not.
        email: `${first}.${last}.${at}@example.test`.toLowerCase().replace(/\s/g, ''),
        name: `${first} ${last}`,
        ...(isCompany && { company: `${last} ${pick(names.company)}` }),
        ...(happens(0.5) && { phone: `+39 000 ${String(Math.floor(spread(100_000, 999_999)))}` }),
        interests: [pick(['quote', 'demo', 'advice', 'other'])],
        ...(message && { message }),
        buying: { budget, timeframe },
      },
      consents: [consent('marketing', happens(0.4)), consent('profiling', isProfiled)],
      spam: { signals: [], quarantine: false },
      ...(isProfiled && {
        attribution: { first: touch, last: touch, current: touch },
        engagement: {
          pageViews: Math.ceil(spread(0, 6)),
          activeSeconds: Math.round(spread(10, 240)),
          ctaClicks: Math.floor(spread(0, 3)),
          calculations: Math.floor(spread(0, 3)),
        },
      }),
    };
    const wish = { 'under-1k': 0.3, '1k-5k': 0.7, '5k-20k': 1.4, 'over-20k': 1.8 }[budget];
    const hurry = { now: 1.5, 'this-quarter': 1.2, 'this-year': 0.7, exploring: 0.4 }[timeframe];
    return {
      daysAgo,
      envelope,
      confirms: happens(0.6),
      moves: movesOf(wish * hurry * campaign.luck, daysAgo, budget),
    };
  }

  /** What became of somebody, as far as there was time for it. */
  function movesOf(likely: number, daysAgo: number, budget: string): ExampleMove[] {
    const answered = spread(0.05, 2);
    const steps: ExampleMove[] = [{ days: answered, move: 'answered' }];
    if (happens(Math.min(0.9, 0.35 * likely))) {
      const talked = answered + spread(1, 8);
      steps.push({ days: talked, move: 'stage', stage: 'sql' });
      const offered = talked + spread(2, 14);
      steps.push({ days: offered, move: 'stage', stage: 'opportunity' });
      const ended = offered + spread(5, 35);
      const worth = { 'under-1k': 700, '1k-5k': 2_400, '5k-20k': 8_500, 'over-20k': 26_000 }[budget]!;
      if (happens(Math.min(0.8, 0.4 * likely)))
        steps.push({
          days: ended,
          move: 'stage',
          stage: 'customer',
          revenue: Math.round(worth * spread(0.6, 1.5)),
        });
      else steps.push({ days: ended, move: 'stage', stage: 'lost', text: pick(lostReasons) });
    } else if (happens(0.25))
      steps.push({ days: answered + spread(1, 6), move: 'give-back', text: pick(giveBackReasons) });
    else if (happens(0.4))
      steps.push({ days: answered + spread(3, 20), move: 'stage', stage: 'lost', text: pick(lostReasons) });
    // The latest ones are not answered yet: that is what a day begins with.
    const made = daysAgo < 1 ? [] : steps.filter(({ days }) => days < daysAgo);
    const last = made.at(-1);
    const isOpen = last?.stage === 'sql' || last?.stage === 'opportunity';
    if (isOpen && happens(0.7))
      made.push({
        days: last.days,
        move: 'next-step',
        text: pick(nextSteps),
        dueIn: Math.round(spread(-3, 12)),
      });
    return made;
  }

  return Array.from({ length: count }, (_, at) => lead(at));
}
