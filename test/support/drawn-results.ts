import { sameDraws } from '../../collector/example/same-draws.ts';
import type { Store } from '../../collector/store/store.ts';
import type { NewPerson, SpendKind } from '../../collector/store/tables.ts';

/** Somebody of whom only what is measured matters. */
export const personMeasured = (number: number, changes: Partial<NewPerson> = {}): NewPerson => ({
  key: `p${number}@a.example`,
  test: 0,
  email: `p${number}@a.example`,
  name: '',
  company: '',
  phone: '',
  language: 'en',
  stage: 'lead',
  lost_reason: '',
  team: 'marketing',
  given_back: '',
  given_back_at: null,
  owner_id: null,
  temperature: null,
  score: null,
  unscored: 0,
  waiting_since: null,
  answered_at: null,
  next_step: '',
  next_on: null,
  revenue: null,
  closed_at: null,
  marketing: 'none',
  marketing_at: null,
  form: 'later',
  campaign: 'later',
  source: 'later',
  requests: 1,
  first_at: '2026-01-01T00:00:00.000Z',
  last_at: '2026-01-01T00:00:00.000Z',
  anonymous: 0,
  asked_at: null,
  first_form: '',
  first_campaign: '',
  first_source: '',
  mql_at: null,
  sql_at: null,
  opportunity_at: null,
  customer_at: null,
  lost_at: null,
  hot_at: null,
  contact_minutes: null,
  example: 0,
  version: 0,
  ...changes,
});

export interface DrawnSpend {
  day: string;
  source: string;
  campaign: string;
  kind: SpendKind;
  amount: number;
}

export interface DrawnTally {
  day: string;
  form: string;
  campaign: string;
  event: 'view' | 'start' | 'cta' | 'submit';
  number: number;
}

/** All that results are made of. */
export interface Drawn {
  people: NewPerson[];
  spend: DrawnSpend[];
  tallies: DrawnTally[];
}

const names = {
  source: ['google', 'meta', '', 'only-people'],
  campaign: ['autumn', 'spring', '', 'é "quoted"'],
  form: ['offer', 'callback', ''],
};

/** A year and a half of people, money and counts before a moment, the same for the same seed. */
export function drawnResults(seed: number, now: Date, count: number): Drawn {
  const random = sameDraws(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const day = 86_400_000;
  const dayBefore = (days: number): string => new Date(now.getTime() - days * day).toISOString().slice(0, 10);

  const people = Array.from({ length: count }, (_, at): NewPerson => {
    let moment = now.getTime() - random() * 550 * day;
    // In one of eight, everything so far is set aside.
    let isIn = random() < 0.88;
    const next = (chance: number): string | null => {
      const text = isIn ? new Date(moment).toISOString() : null;
      moment += random() * 60 * day;
      isIn &&= random() < chance;
      return text;
    };
    const asked_at = next(0.9);
    const hot_at = asked_at !== null && random() < 0.5 ? next(1) : null;
    const opportunity_at = next(0.7);
    const customer_at = next(0);
    return personMeasured(at, {
      test: asked_at === null && random() < 0.5 ? 1 : 0,
      asked_at,
      hot_at,
      contact_minutes: hot_at !== null && random() < 0.7 ? Math.floor(random() * 3_000) : null,
      opportunity_at,
      customer_at,
      revenue: customer_at !== null && random() < 0.7 ? Math.round(random() * 9_000) : null,
      first_source: pick(names.source),
      first_campaign: pick(names.campaign),
      first_form: pick(names.form),
      example: random() < 0.2 ? 1 : 0,
    });
  });
  /** A day, a source, a campaign and a kind have one row. */
  const once = <T extends object>(rows: T[], keyOf: (row: T) => string): T[] => [
    ...new Map(rows.map((row) => [keyOf(row), row])).values(),
  ];
  const spend = once(
    Array.from({ length: 160 }, (): DrawnSpend => {
      const drawn = dayBefore(random() * 550 - 10);
      return {
        day: random() < 0.5 ? drawn.slice(0, 7) : drawn,
        source: pick(['google', 'meta', '', 'only-cost']),
        campaign: pick(['autumn', 'spring', '', 'costly']),
        kind: pick(['media', 'media', 'tools', 'sales']),
        amount: pick([0, Math.round(random() * 500)]),
      };
    }),
    ({ amount: _, ...key }) => JSON.stringify(key),
  );
  const tallies = once(
    Array.from(
      { length: 60 },
      (): DrawnTally => ({
        day: dayBefore(random() * 550 - 10),
        form: pick(names.form),
        campaign: pick(['autumn', '', 'seen']),
        event: pick(['view', 'view', 'start', 'cta', 'submit']),
        number: Math.ceil(random() * 90),
      }),
    ),
    ({ number: _, ...key }) => JSON.stringify(key),
  );
  return { people, spend, tallies };
}

/** Puts all of it into the database as it is. */
export const keepDrawn = (store: Store, { people, spend, tallies }: Partial<Drawn>): Promise<void> =>
  store.change(async (change) => {
    for (let at = 0; at < (people?.length ?? 0); at += 50)
      await change
        .insertInto('persons')
        .values(people!.slice(at, at + 50))
        .execute();
    if (spend?.length)
      await change
        .insertInto('spend')
        .values(spend.map((row) => ({ ...row, impressions: null, clicks: null, example: 0 as const })))
        .execute();
    if (tallies?.length)
      await change
        .insertInto('tallies')
        .values(tallies.map((row) => ({ ...row, example: 0 as const })))
        .execute();
  });
