import { type Envelope, isRefused } from 'unisono/schema';
import type { Queries } from '../store/store.ts';
import type { Deal } from './deal.ts';

/** As many deals are learned from, at most: the newest. */
export const mostDeals = 2_000;

/** People asked for in one query: databases take only so many values at a time. */
const portion = 500;

/**
 * Who was won or lost, the newest first, each with the request that began it. Nobody who is anonymous, only tried a
 * form out, or objected to being scored: by word to the team, or on that request's form.
 */
export async function closedDeals(read: Queries, most: number = mostDeals): Promise<Deal[]> {
  const people = await read
    .selectFrom('persons')
    .select(['id', 'stage', 'asked_at', 'closed_at', 'revenue'])
    .where('closed_at', 'is not', null)
    .where('asked_at', 'is not', null)
    .where('key', 'is not', null)
    .where('unscored', '=', 0)
    .where('stage', 'in', ['customer', 'lost'])
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  const firsts = new Map<number, Envelope>();
  for (let from = 0; from < people.length; from += portion) {
    const ids = people.slice(from, from + portion).map(({ id }) => id);
    const rows = await read
      .selectFrom('requests')
      .select(['person_id', 'envelope'])
      .where('person_id', 'in', ids)
      .where('sequence', 'in', (first) =>
        first
          .selectFrom('requests as earlier')
          .select((earlier) => earlier.fn.min('earlier.sequence').as('sequence'))
          .where('earlier.person_id', 'in', ids)
          .where('earlier.quarantine', '=', 0)
          .where('earlier.test', '=', 0)
          .groupBy('earlier.person_id'),
      )
      .execute();
    for (const row of rows) firsts.set(row.person_id, JSON.parse(row.envelope) as Envelope);
  }
  return people.flatMap(({ id, stage, asked_at, closed_at, revenue }) => {
    const lead = firsts.get(id);
    return lead && !isRefused(lead.consents, 'scoring')
      ? [{ id, lead, won: stage === 'customer', askedAt: asked_at!, decidedAt: closed_at!, revenue }]
      : [];
  });
}
