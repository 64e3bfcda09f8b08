import type { Envelope } from 'unisono/schema';
import type { Queries } from '../store/store.ts';
import type { Message, Person, Stage } from '../store/tables.ts';
import type { EventName } from './happening.ts';
import { exampleTold } from './receivers/example-told.ts';
import type { Receiver } from './receivers/receiver.ts';
import type { Told } from './receivers/told.ts';
import { type Owner, toldPerson } from './webhook-payload.ts';

/**
 * What waits for a destination that is no webhook: what happened. Whom it is about is read when it is told, and so what
 * was erased meanwhile is told to nobody.
 */
export type RelayBody =
  | { request: string | null; from: Stage | null }
  /** Somebody of the team, by their account, who tries a destination out with their own address. */
  | { tester: number };

/** A request of somebody's by its envelope's id, or (`null`) the latest, unless it was set aside. */
const requestOf = (read: Queries, person: number, id: string | null) =>
  read
    .selectFrom('requests')
    .select('envelope')
    .where('person_id', '=', person)
    .where('quarantine', '=', 0)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .$if(id === null, (query) =>
      query.where('sequence', '=', (eb) =>
        eb
          .selectFrom('requests')
          .select(({ fn }) => fn.max('sequence').as('latest'))
          .where('person_id', '=', person)
          .where('quarantine', '=', 0),
      ),
    )
    .executeTakeFirst();

const ownerOf = (read: Queries, { owner_id }: Person): Promise<Owner | undefined> =>
  owner_id === null
    ? Promise.resolve(undefined)
    : read
        .selectFrom('accounts')
        .select(['id', 'name', 'email'])
        .where('id', '=', owner_id)
        .executeTakeFirst();

/** Somebody as they stand now, as receivers are told of them. */
async function asToldNow(
  read: Queries,
  person: Person,
  { request, from }: { request: string | null; from: Stage | null },
  { keepsPeople }: Pick<Receiver, 'keepsPeople'>,
  url: string,
): Promise<Omit<Told, 'event'>> {
  const lead = await requestOf(read, person.id, keepsPeople ? null : request);
  return {
    person: toldPerson(person, (await ownerOf(read, person)) ?? null),
    lead: lead ? (JSON.parse(lead.envelope) as Envelope) : null,
    request,
    from,
    link: `${url}/people/${person.id}`,
  };
}

export interface ToldOf {
  told: Told;
  /** `null`: somebody of the team tries it out. */
  person: Person | null;
}

/** Whom a message is about, as they stand now; `null` if they are there no more. */
export async function toldOf(
  read: Queries,
  message: Message,
  receiver: Receiver,
  url: string,
): Promise<ToldOf | null> {
  const body = JSON.parse(message.body) as RelayBody;
  if ('tester' in body) {
    const account = await read
      .selectFrom('accounts')
      .select(['id', 'name', 'email'])
      .where('id', '=', body.tester)
      .executeTakeFirst();
    return account
      ? {
          told: { ...exampleTold(account, url, new Date(message.created_at)), request: message.message_id },
          person: null,
        }
      : null;
  }
  const person = await read
    .selectFrom('persons')
    .selectAll()
    .where('id', '=', message.person_id)
    .where('anonymous', '=', 0)
    .executeTakeFirst();
  if (!person) return null;
  return {
    told: { event: message.event as EventName, ...(await asToldNow(read, person, body, receiver, url)) },
    person,
  };
}

/** The lead that asked last, for a preview of what would be told; `null` if nobody has asked yet. */
export async function latestTold(read: Queries, receiver: Receiver, url: string): Promise<Told | null> {
  const person = await read
    .selectFrom('persons')
    .selectAll()
    .where('anonymous', '=', 0)
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!person) return null;
  const told = await asToldNow(read, person, { request: null, from: null }, receiver, url);
  return { event: 'lead.received', ...told };
}
