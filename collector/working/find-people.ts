import { sql } from 'kysely';
import { searchedWords } from '../receiving/search-words.ts';
import type { Queries } from '../store/store.ts';
import type { Person, Stage } from '../store/tables.ts';
import type { Listed } from './lists.ts';

/** Which people are asked for. What is left out does not matter. */
export interface Wanted {
  /** Beginnings of words of a name, a company, an address or a number; all of them. */
  words?: string;
  stage?: Stage;
  temperature?: 'cold' | 'warm' | 'hot';
  team?: 'marketing' | 'sales';
  /** An account. */
  owner?: number;
  form?: string;
  campaign?: string;
  /** Days on which the latest request came: from, and up to and with. */
  from?: string;
  until?: string;
}

/** Where a page of them ends, and the next one goes on. */
export interface Place {
  last_at: string;
  id: number;
}

export const temperatures = ['hot', 'warm', 'cold'] as const;

/** The least text that comes after all those which begin with `start`. */
const afterAll = (start: string): string => `${start}\u{10ffff}`;

/** Those who are asked for, whoever asked last first; what of them is for the caller to say. */
function matching(read: Queries, wanted: Wanted) {
  const { words = '', stage, temperature, team, owner, form, campaign, from, until } = wanted;
  const equal = {
    'persons.stage': stage,
    'persons.temperature': temperature,
    'persons.team': team,
    'persons.owner_id': owner,
    'persons.form': form,
    'persons.campaign': campaign,
  } satisfies Partial<Record<`persons.${keyof Person}`, unknown>>;

  let query = read
    .selectFrom('persons')
    .leftJoin('accounts', 'accounts.id', 'persons.owner_id')
    .where('persons.anonymous', '=', 0);
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) query = query.where(column as 'persons.stage', '=', value as Stage);
  if (from) query = query.where('persons.last_at', '>=', from);
  if (until) query = query.where('persons.last_at', '<', afterAll(until));
  // Of a few words: nobody types more, and each costs a look.
  for (const word of searchedWords(words).slice(0, 5))
    query = query.where('persons.id', 'in', (of) =>
      of
        .selectFrom('search_words')
        .select('person_id')
        .where('word', '>=', word)
        .where('word', '<', afterAll(word)),
    );
  return query.orderBy('persons.last_at', 'desc').orderBy('persons.id', 'desc');
}

/**
 * A page of people, whoever asked last first.
 * @param after where the page before ended
 */
export function findPeople(read: Queries, wanted: Wanted, limit: number, after?: Place): Promise<Listed[]> {
  const people = matching(read, wanted).selectAll('persons').select('accounts.name as owner').limit(limit);
  return (
    after
      ? people.where(sql<boolean>`(persons.last_at, persons.id) < (${after.last_at}, ${after.id})`)
      : people
  ).execute();
}

/** The numbers of all who are asked for, in the same order: for whoever goes through them part by part. */
export async function findIds(read: Queries, wanted: Wanted): Promise<number[]> {
  const found = await matching(read, wanted).select('persons.id').execute();
  return found.map(({ id }) => id);
}

/** People by their numbers, in that order. Who has gone meanwhile is left out. */
export async function peopleOf(read: Queries, ids: readonly number[]): Promise<Listed[]> {
  const found = await read
    .selectFrom('persons')
    .leftJoin('accounts', 'accounts.id', 'persons.owner_id')
    .selectAll('persons')
    .select('accounts.name as owner')
    .where('persons.id', 'in', ids)
    .where('persons.anonymous', '=', 0)
    .execute();
  const byId = new Map(found.map((person) => [person.id, person]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** So many choices are offered at most. */
const mostChoices = 200;

/**
 * The different values of a column, each found by a look into its index: to read everybody for a handful of names
 * would take longer with every lead. Source: "Loose indexscan", wiki.postgresql.org.
 */
async function valuesOf(read: Queries, column: 'form' | 'campaign'): Promise<string[]> {
  const name = sql.ref(column);
  const { rows } = await sql<{ value: string }>`
    WITH RECURSIVE known(value) AS (
      SELECT * FROM (SELECT min(${name}) FROM persons WHERE ${name} > '') AS first
      UNION ALL
      SELECT (SELECT min(${name}) FROM persons WHERE ${name} > known.value) FROM known WHERE known.value IS NOT NULL
    )
    SELECT value FROM known WHERE value IS NOT NULL LIMIT ${mostChoices}`.execute(read);
  return rows.map(({ value }) => value);
}

/** What there is to choose from: forms and campaigns that anybody came by, and the team. */
export async function choicesOf(read: Queries): Promise<{
  forms: string[];
  campaigns: string[];
  owners: { id: number; name: string }[];
}> {
  const [forms, campaigns, owners] = await Promise.all([
    valuesOf(read, 'form'),
    valuesOf(read, 'campaign'),
    read
      .selectFrom('accounts')
      .select(['id', 'name'])
      .where('disabled_at', 'is', null)
      .orderBy('name')
      .limit(mostChoices)
      .execute(),
  ]);
  return { forms, campaigns, owners };
}
