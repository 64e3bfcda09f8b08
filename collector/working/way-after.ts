import { type NewPerson, type Person, type Stage, stages } from '../store/tables.ts';

/** When somebody came where: see `PersonTable`. */
type Way = Pick<
  NewPerson,
  'mql_at' | 'sql_at' | 'opportunity_at' | 'customer_at' | 'lost_at' | 'hot_at' | 'contact_minutes'
>;

const columns = {
  mql: 'mql_at',
  sql: 'sql_at',
  opportunity: 'opportunity_at',
  customer: 'customer_at',
} as const satisfies Partial<Record<Stage, keyof Way>>;

const minutesBetween = (from: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 60_000));

/**
 * How far somebody has come by a change, and when. Who comes to a stage has passed those before it; who goes back has
 * not been where they left; who is lost was as far as they came, and is no customer. How long sales let somebody wait
 * is known only of those whom it had before and has answered itself: who is taken from marketing and answered at once
 * did not wait for it, nor did who was given back. They wait since they were sales', or since they asked again.
 * @param before `null`: they have never asked
 * @param after the same person with what the change makes of them
 * @param at when it happened: ISO 8601, UTC
 */
export function wayAfter(
  before: Pick<Person, 'team' | 'waiting_since' | 'hot_at'> | null,
  after: Way & Pick<Person, 'stage' | 'team' | 'waiting_since'>,
  at: string,
): Way {
  const { stage } = after;
  const hot_at = after.hot_at ?? (after.team === 'sales' ? at : null);
  const { team, hot_at: hadThem = null, waiting_since: waited = null } = before ?? {};
  const isAnswered =
    team === 'sales' &&
    hadThem !== null &&
    hot_at !== null &&
    waited !== null &&
    after.waiting_since === null;
  const way: Way = {
    mql_at: after.mql_at,
    sql_at: after.sql_at,
    opportunity_at: after.opportunity_at,
    customer_at: after.customer_at,
    lost_at: stage === 'lost' ? (after.lost_at ?? at) : null,
    hot_at,
    contact_minutes:
      after.contact_minutes ?? (isAnswered ? minutesBetween([hadThem, waited].sort()[1]!, at) : null),
  };
  if (stage === 'lost') return { ...way, customer_at: null };
  const reached = stages.indexOf(stage);
  for (const [passed, column] of Object.entries(columns) as [keyof typeof columns, keyof typeof way][])
    Object.assign(way, { [column]: stages.indexOf(passed) <= reached ? (way[column] ?? at) : null });
  return way;
}
