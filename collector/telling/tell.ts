import { mayBeWrittenTo } from '../rights/may-be-written-to.ts';
import type { Change } from '../store/store.ts';
import type { Destination } from '../store/tables.ts';
import type { AlertBody } from './alert-of.ts';
import type { Happening } from './happening.ts';
import { type NewMessage, newMessage, putDown } from './new-message.ts';
import { receivers } from './receivers/receivers.ts';
import type { RelayBody } from './told-of.ts';
import { type Owner, webhookPayload } from './webhook-payload.ts';

/**
 * Puts down what is to be told to others, within the change that it tells of: what was not kept is not told, and what
 * was kept is told even if the collector ends before it could.
 *
 * Each active destination hears of the events it asked for; a tool that writes to people only of whoever wants that,
 * and of whoever wants it no more. Of a hot lead, sales hears by e-mail, too: whoever of them wants alerts, or the
 * admins that do while there is nobody in sales. A test is told to webhooks only, and says that it is one; what is made
 * up as an example is told to nobody.
 */
export async function tell(change: Change, happenings: readonly Happening[], now: Date): Promise<void> {
  const real = happenings.filter(({ person }) => !person.example);
  if (real.length === 0) return;
  await putDown(change, [...(await told(change, real, now)), ...(await alerts(change, real, now))]);
}

const about = ({ event, person }: Happening) => ({ event, person_id: person.id });

/**
 * Whether a destination is to be told of something. Whoever wants no more news is no matter of choice: a tool that
 * writes to people is told, and one that is paused is told once it is resumed, or it would go on writing to them. Of
 * whoever never confirmed it has not heard, and does not hear now.
 */
function hears(
  { receiver, events, active }: Pick<Destination, 'receiver' | 'events' | 'active'>,
  { event, person, hadConfirmed = false }: Happening,
): boolean {
  if (person.test && receiver !== 'webhook') return false;
  const writes = receivers[receiver].consent === 'marketing';
  if (writes && event === 'lead.marketing' && !mayBeWrittenTo(person)) return hadConfirmed;
  return active === 1 && events.split(' ').includes(event) && (!writes || mayBeWrittenTo(person));
}

async function told(change: Change, happenings: readonly Happening[], now: Date): Promise<NewMessage[]> {
  const destinations = await change
    .selectFrom('destinations')
    .select(['id', 'receiver', 'events', 'active'])
    .orderBy('id')
    .execute();
  const heard = happenings.map((happening) => ({
    happening,
    by: destinations.filter((destination) => hears(destination, happening)),
  }));
  const owners = await ownersOf(
    change,
    heard.flatMap(({ happening, by }) =>
      by.some(({ receiver }) => receiver === 'webhook') ? [happening] : [],
    ),
  );
  return heard.flatMap(({ happening, by }) => {
    const bodyFor = (receiver: Destination['receiver']): string => {
      const { person, request, from = null } = happening;
      if (receiver !== 'webhook')
        return JSON.stringify({ request: request?.id ?? null, from } satisfies RelayBody);
      return JSON.stringify(webhookPayload(happening, owners.get(person.owner_id) ?? null, now));
    };
    return by.map(({ id, receiver }) =>
      newMessage(
        {
          ...about(happening),
          channel: receiver,
          destination_id: id,
          recipient: '',
          body: bodyFor(receiver),
        },
        now,
      ),
    );
  });
}

async function ownersOf(
  change: Change,
  happenings: readonly Happening[],
): Promise<Map<number | null, Owner>> {
  const ids = [...new Set(happenings.flatMap(({ person }) => person.owner_id ?? []))];
  if (ids.length === 0) return new Map();
  const accounts = await change
    .selectFrom('accounts')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids)
    .execute();
  return new Map(accounts.map((account) => [account.id, account]));
}

async function alerts(change: Change, happenings: readonly Happening[], now: Date): Promise<NewMessage[]> {
  const hot = happenings.filter(({ event, person }) => event === 'lead.hot' && !person.test);
  if (hot.length === 0) return [];
  const accounts = await change
    .selectFrom('accounts')
    .select(['email', 'role', 'alerts'])
    .where('role', 'in', ['sales', 'admin'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  const asked = accounts.some(({ role }) => role === 'sales') ? 'sales' : 'admin';
  const recipients = accounts.filter(({ role, alerts }) => role === asked && alerts);
  return hot.flatMap((happening) => {
    const body: AlertBody = { request: happening.request?.id ?? '' };
    return recipients.map(({ email }) =>
      newMessage(
        {
          ...about(happening),
          channel: 'mail',
          destination_id: null,
          recipient: email,
          body: JSON.stringify(body),
        },
        now,
      ),
    );
  });
}
