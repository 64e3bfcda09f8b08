import type { Change } from '../store/store.ts';
import type { AlertBody } from './alert-of.ts';
import type { EventName, Happening } from './happening.ts';
import { type NewMessage, newMessage, putDown } from './new-message.ts';
import { type Owner, webhookPayload } from './webhook-payload.ts';

/**
 * Puts down what is to be told to others, within the change that it tells of: what was not kept is not told, and what
 * was kept is told even if the collector ends before it could.
 *
 * Each active webhook hears of the events it asked for. Of a hot lead, sales hears by e-mail, too: whoever of them
 * wants alerts, or the admins that do while there is nobody in sales. A test is told to webhooks only, and says that it
 * is one; what is made up as an example is told to nobody.
 */
export async function tell(change: Change, happenings: readonly Happening[], now: Date): Promise<void> {
  const real = happenings.filter(({ person }) => !person.example);
  if (real.length === 0) return;
  await putDown(change, [...(await calls(change, real, now)), ...(await alerts(change, real, now))]);
}

const about = ({ event, person }: Happening) => ({ event, person_id: person.id });

async function calls(change: Change, happenings: readonly Happening[], now: Date): Promise<NewMessage[]> {
  const webhooks = await change
    .selectFrom('webhooks')
    .select(['id', 'events'])
    .where('active', '=', 1)
    .orderBy('id')
    .execute();
  const subscribers = (event: EventName) =>
    webhooks.filter((webhook) => webhook.events.split(' ').includes(event));
  const told = happenings.filter(({ event }) => subscribers(event).length > 0);
  const owners = await ownersOf(change, told);
  return told.flatMap((happening) => {
    const body = JSON.stringify(
      webhookPayload(happening, owners.get(happening.person.owner_id) ?? null, now),
    );
    return subscribers(happening.event).map(({ id }) =>
      newMessage({ ...about(happening), channel: 'webhook', webhook_id: id, recipient: '', body }, now),
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
          webhook_id: null,
          recipient: email,
          body: JSON.stringify(body),
        },
        now,
      ),
    );
  });
}
