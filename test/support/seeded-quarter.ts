import { sameDraws } from '../../collector/example/same-draws.ts';
import type { Envelope } from '../../src/schema.ts';
import { consentTo } from './envelope-builder.ts';
import { requestOf } from './person-requests.ts';

/** Milliseconds */
const day = 86_400_000;

export interface SeededLead {
  askedAt: Date;
  envelope: Envelope;
  source: 'google' | 'meta';
  hasFlatRoof: boolean;
  /** `null`: still open. */
  end: { won: boolean; day: string; revenue: number } | null;
}

export interface SeededQuarter {
  leads: SeededLead[];
  /** What Google billed, day by day, and how many clicked for it. */
  spend: { day: string; amount: number; clicks: number }[];
  views: { day: string; number: number }[];
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * Ninety days in which three people a day ask. One thing is true of them: whoever has a flat roof is won in 45 of 100
 * cases, whoever has not in 5. Twenty days after they asked it is over.
 */
export function seededQuarter(start: Date, seed: number): SeededQuarter {
  const draw = sameDraws(seed);
  const days = Array.from({ length: 90 }, (_, at) => new Date(start.getTime() + at * day));
  const lastEnd = dayOf(days.at(-1)!);
  const leads = days.flatMap((asked, at) =>
    [9, 12, 15].map((hour): SeededLead => {
      const askedAt = new Date(asked.getTime() + hour * 3_600_000);
      const source = draw() < 0.6 ? 'google' : 'meta';
      const hasFlatRoof = draw() < 0.4;
      const won = draw() < (hasFlatRoof ? 0.45 : 0.05);
      const endDay = dayOf(new Date(askedAt.getTime() + 20 * day));
      const touch = {
        at: askedAt.toISOString(),
        page: 'https://shop.example/roofs',
        utm: { source, medium: 'cpc', campaign: 'autumn' },
      };
      const lead = requestOf(`p${at}-${hour}@loop.example`, 'cold');
      return {
        askedAt,
        source,
        hasFlatRoof,
        envelope: {
          ...lead,
          createdAt: askedAt.toISOString(),
          source: { ...lead.source, form: 'roofs' },
          profile: {
            email: lead.profile.email,
            answers: [{ name: 'roof', label: 'Kind of roof', value: hasFlatRoof ? 'flat' : 'pitched' }],
          },
          consents: [consentTo('profiling')],
          attribution: { first: touch, last: touch, current: touch },
          engagement: { pageViews: 1, activeSeconds: 20, ctaClicks: 0, calculations: 0 },
        },
        end: endDay <= lastEnd ? { won, day: endDay, revenue: 800 + 5 * at + hour } : null,
      };
    }),
  );
  return {
    leads,
    spend: days.map((at, index) => ({ day: dayOf(at), amount: 40 + (index % 3), clicks: 55 + (index % 7) })),
    views: days.map((at, index) => ({ day: dayOf(at), number: 70 + (index % 11) })),
  };
}
