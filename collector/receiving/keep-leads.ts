import { isDeepStrictEqual } from 'node:util';
import type { Insertable } from 'kysely';
import { type Envelope, isGranted } from 'unisono/schema';
import { askToConfirm, type OurName } from '../rights/ask-to-confirm.ts';
import { forgottenAmong, forgottenHash } from '../rights/forgotten.ts';
import { inBatches } from '../store/in-batches.ts';
import type { Change } from '../store/store.ts';
import type { NewPerson, Person, RequestTable } from '../store/tables.ts';
import type { Happening } from '../telling/happening.ts';
import { tell } from '../telling/tell.ts';
import { difference } from '../working/change-person.ts';
import { teamScoring } from '../working/scoring.ts';
import { keepSearchWords } from './keep-search-words.ts';
import { personAfter, personOf, summaryOf } from './person-after.ts';
import { type ArrivedLead, type JudgedLead, judgedLead, unscoredLead } from './received-lead.ts';

/**
 * What became of a lead that was to be kept. `duplicate`: the same lead is there already. `conflict`: another lead is
 * there under this id, and stays as it is. `forgotten`: it was erased, and a late try does not bring it back.
 */
export type Kept = 'stored' | 'duplicate' | 'conflict' | 'forgotten';

interface Keeping {
  secret: string;
  now: Date;
  /** They were judged long ago, and what they were found to be worth stays. */
  isJudged?: boolean;
  /** Nobody is told of them. */
  isQuiet?: boolean;
  /** Without it nobody is mailed. */
  us?: OurName | null;
}

/**
 * Keeps leads that arrived together, within one change: each id once, each under the person who asked.
 * @returns what became of each, in their order
 */
export async function keepLeads(
  change: Change,
  arrived: readonly ArrivedLead[],
  { secret, now, us = null, isJudged = false, isQuiet = false }: Keeping,
): Promise<Kept[]> {
  const known = await knownLeads(change, arrived, secret);
  const scoring = await teamScoring(change);
  const fresh = new Map<string, JudgedLead>();
  const results = arrived.map((lead): Kept => {
    const { id } = lead.envelope;
    const there = known.get(id) ?? fresh.get(id);
    if (there === 'forgotten') return 'forgotten';
    if (!there) {
      fresh.set(id, isJudged ? { ...lead, claimed: null } : judgedLead(lead, scoring));
      return 'stored';
    }
    return there.digest === lead.digest || saysSame(there.envelope, lead.envelope) ? 'duplicate' : 'conflict';
  });
  if (fresh.size > 0) {
    const { happenings, ticked } = await keepFresh(change, [...fresh.values()], now.toISOString());
    if (!isQuiet) {
      await tell(change, happenings, now);
      if (us !== null) await askToConfirm(change, ticked, { ...us, secret, now });
    }
  }
  return results;
}

/** A lead that is there already, or `forgotten`. */
type Known = { digest: string; envelope: Envelope } | 'forgotten';

/**
 * Whether two leads say the same, in whatever order their keys came. What is found out about a lead here may change:
 * its score, and whether it looks like a program's.
 */
function saysSame(one: Envelope, other: Envelope): boolean {
  const said = ({ score, spam, ...rest }: Envelope) => rest;
  return isDeepStrictEqual(said(one), said(other));
}

/** The leads of these that are there already, or were and are erased. */
async function knownLeads(
  change: Change,
  arrived: readonly ArrivedLead[],
  secret: string,
): Promise<Map<string, Known>> {
  const ids = arrived.map(({ envelope }) => envelope.id);
  const there = await change
    .selectFrom('requests')
    .select(['id', 'body_digest as digest', 'envelope'])
    .where('id', 'in', ids)
    .execute();
  const hashes = new Map(ids.map((id) => [forgottenHash(secret, 'request', id), id]));
  const forgotten = await forgottenAmong(change, [...hashes.keys()]);
  return new Map<string, Known>([
    ...there.map(({ id, digest, envelope }) => [id, { digest, envelope: JSON.parse(envelope) }] as const),
    ...[...forgotten].map((hash) => [hashes.get(hash)!, 'forgotten'] as const),
  ]);
}

const nameOf = ({ key, test }: { key: string | null; test: number }) => `${test} ${key}`;

/** A lead with what is needed of it several times, found out once. */
interface FreshLead extends JudgedLead {
  /** Tells whose it is: see `personOf`. */
  name: string;
  key: string;
  test: 0 | 1;
  /** The envelope as it is stored. */
  json: string;
}

function freshLead(lead: JudgedLead): FreshLead {
  const { key, test } = personOf(lead.envelope);
  return { ...lead, key, test, name: nameOf({ key, test }), json: JSON.stringify(lead.envelope) };
}

async function keepFresh(
  change: Change,
  judged: readonly JudgedLead[],
  at: string,
): Promise<{ happenings: Happening[]; ticked: Person[] }> {
  const before = await personsOf(change, judged);
  const leads = judged.map((lead) =>
    freshLead(before.get(nameOf(personOf(lead.envelope)))?.unscored ? unscoredLead(lead) : lead),
  );
  const after = new Map<string, NewPerson>();
  for (const { name, envelope } of leads)
    after.set(name, personAfter((after.get(name) as Person) ?? before.get(name) ?? null, envelope, at));
  const persons = await keepPersons(change, before, after, at);

  const requests = leads.map(
    ({ envelope, name, test, json, claimed, digest }): Insertable<RequestTable> => ({
      id: envelope.id,
      person_id: persons.get(name)!.id,
      received_at: at,
      test,
      quarantine: envelope.spam.quarantine ? 1 : 0,
      ...summaryOf(envelope),
      envelope: json,
      claimed_score: claimed && JSON.stringify(claimed),
      body_digest: digest,
    }),
  );
  for (const batch of inBatches(requests)) await change.insertInto('requests').values(batch).execute();
  await keepSearchWords(change, [...persons.values()]);
  return {
    happenings: [
      ...leads.flatMap((lead) => happeningsOf(persons.get(lead.name)!, lead)),
      ...stagesAfter(before, persons),
    ],
    ticked: leads
      .filter(({ envelope }) => !envelope.spam.quarantine && isGranted(envelope.consents, 'marketing'))
      .map(({ name }) => persons.get(name)!),
  };
}

/** What others are told of a request. Of one that may come from a program, nothing before a person has looked. */
function happeningsOf(person: Person, lead: FreshLead): Happening[] {
  const { envelope, json } = lead;
  if (envelope.spam.quarantine) return [];
  const request = { id: envelope.id, envelope: json };
  const received: Happening = { event: 'lead.received', person, request };
  if (envelope.test) return [received];
  return [
    received,
    ...(envelope.score?.temperature === 'hot' ? [{ event: 'lead.hot' as const, person, request }] : []),
  ];
}

/** What others are told of people who have come further: once, however many of their requests came together. */
const stagesAfter = (before: ReadonlyMap<string, Person>, after: ReadonlyMap<string, Person>): Happening[] =>
  [...before].flatMap(([name, { stage }]) => {
    const person = after.get(name);
    return person && person.stage !== stage ? [{ event: 'lead.stage', person, from: stage }] : [];
  });

/** The people of these who have asked before, held until the change is made. */
async function personsOf(change: Change, leads: readonly JudgedLead[]): Promise<Map<string, Person>> {
  const keys = [...new Set(leads.map(({ envelope }) => personOf(envelope).key))].sort();
  const found = await change
    .updateTable('persons')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('key', 'in', keys)
    .returningAll()
    .execute();
  return new Map(found.map((person) => [nameOf(person), person]));
}

/** Writes down people as they are after their requests, and what these changed of those who were known. */
async function keepPersons(
  change: Change,
  before: ReadonlyMap<string, Person>,
  after: ReadonlyMap<string, NewPerson>,
  at: string,
): Promise<Map<string, Person>> {
  const persons = new Map<string, Person>();
  // In one order everywhere, so that two processes never wait for each other.
  const unknown = [...after]
    .filter(([name]) => !before.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, person]) => person);
  for (const batch of inBatches(unknown)) {
    const added = await change.insertInto('persons').values(batch).returning(['id', 'key', 'test']).execute();
    for (const { id, ...whose } of added) {
      const name = nameOf(whose);
      persons.set(name, { ...after.get(name)!, id });
    }
  }
  for (const [name, person] of before) {
    const next = after.get(name);
    if (!next) continue;
    const changed = difference(person, next);
    persons.set(name, { ...person, ...next } as Person);
    if (!changed) continue;
    await change.updateTable('persons').set(changed.after).where('id', '=', person.id).execute();
    await change
      .insertInto('journal')
      .values({
        person_id: person.id,
        at,
        account_id: null,
        kind: 'request',
        text: '',
        before: JSON.stringify(changed.before),
        after: JSON.stringify(changed.after),
      })
      .execute();
  }
  return persons;
}
