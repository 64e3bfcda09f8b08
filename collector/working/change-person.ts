import type { Updateable } from 'kysely';
import type { Change } from '../store/store.ts';
import type { JournalKind, Person, PersonTable } from '../store/tables.ts';
import type { Happening } from '../telling/happening.ts';
import { tell } from '../telling/tell.ts';
import { wayAfter } from './way-after.ts';

/** What of a person somebody may change. */
export type Changed = Omit<Updateable<PersonTable>, 'id' | 'version'>;

export interface PersonChange {
  person: number;
  /** The version that whoever changes it has seen; left out where that does not matter. */
  version?: number | undefined;
  kind: JournalKind;
  /** What they wrote about it. */
  text?: string;
  /** Who changes it: an account; `null` for the collector itself. */
  by: number | null;
  now: Date;
  /** When it happened, where that was before it was put down: ISO 8601, UTC. */
  happened?: string;
  /** Nobody else is told of it. */
  isQuiet?: boolean;
  /** What becomes of the person as they are now. */
  to: (person: Person) => Changed;
}

/** What came of a change: done, or somebody else was quicker, or there is no such person (any more). */
export type Outcome =
  | { status: 'done'; entry: number; person: Person }
  | { status: 'changed-since' | 'gone' };

/** The columns whose values a change makes others, as they were and as they become; `null` for none. */
export function difference(person: Person, changed: Changed): { before: Changed; after: Changed } | null {
  const names = (Object.keys(changed) as (keyof Changed)[]).filter((name) => changed[name] !== person[name]);
  if (names.length === 0) return null;
  const of = (values: Changed) => Object.fromEntries(names.map((name) => [name, values[name]])) as Changed;
  return { before: of(person), after: of(changed) };
}

/** What others are told of a change. */
async function happeningsOf(
  change: Change,
  before: Person,
  person: Person,
  kind: JournalKind,
): Promise<Happening[]> {
  const happened: Happening[] = [];
  if (before.stage !== person.stage) {
    happened.push({ event: 'lead.stage', person, from: before.stage });
    if (person.stage === 'customer') happened.push({ event: 'lead.won', person, from: before.stage });
  }
  // Whom marketing finds ready is as hot as whom the rules do.
  if (kind === 'handed-over')
    happened.push({ event: 'lead.hot', person, request: await latestRequest(change, person.id) });
  if (before.marketing !== person.marketing && person.marketing !== 'asked')
    happened.push({ event: 'lead.marketing', person, hadConfirmed: before.marketing === 'confirmed' });
  return happened;
}

/** Their latest, without what was set aside: nobody is told of that until somebody has looked. */
const latestRequest = (change: Change, person: number): Promise<{ id: string; envelope: string }> =>
  change
    .selectFrom('requests')
    .select(['id', 'envelope'])
    .where('person_id', '=', person)
    .where('quarantine', '=', 0)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

/**
 * The one way in which somebody changes a person: it is put down who did it and when, and how it was before, so that
 * it can be taken back.
 */
export async function changePerson(change: Change, wish: PersonChange): Promise<Outcome> {
  // Counted first, which holds the row: of two people who press at once, one comes second and sees the first one's change.
  const touched = await change
    .updateTable('persons')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', wish.person)
    .where('anonymous', '=', 0)
    .$if(wish.version !== undefined, (query) => query.where('version', '=', wish.version!))
    .returningAll()
    .executeTakeFirst();
  if (!touched) {
    const found = await change
      .selectFrom('persons')
      .select('id')
      .where('id', '=', wish.person)
      .where('anonymous', '=', 0)
      .executeTakeFirst();
    return { status: found ? 'changed-since' : 'gone' };
  }

  const wished = wish.to(touched);
  const way = wayAfter(touched, { ...touched, ...wished } as Person, wish.happened ?? wish.now.toISOString());
  // Whoever tells later what became of somebody does not tell when sales answered.
  if (wish.happened !== undefined) way.contact_minutes = touched.contact_minutes;
  const changed = difference(touched, { ...wished, ...way });
  const person = { ...touched, ...changed?.after } as Person;
  if (changed) {
    await change.updateTable('persons').set(changed.after).where('id', '=', person.id).execute();
  }
  const { id: entry } = await change
    .insertInto('journal')
    .values({
      person_id: person.id,
      at: wish.now.toISOString(),
      happened_on: wish.happened?.slice(0, 10) ?? null,
      account_id: wish.by,
      kind: wish.kind,
      text: wish.text ?? '',
      before: changed && JSON.stringify(changed.before),
      after: changed && JSON.stringify(changed.after),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (!wish.isQuiet) await tell(change, await happeningsOf(change, touched, person, wish.kind), wish.now);
  return { status: 'done', entry, person };
}
