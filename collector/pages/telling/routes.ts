import type { Queries } from '../../store/store.ts';
import { type Destination, type ReceiverName, type Role, receiverNames } from '../../store/tables.ts';
import {
  addDestination,
  type DestinationChange,
  destinationChanges,
  heldDestination,
  type Plan,
  setDestination,
} from '../../telling/change-destination.ts';
import { receivers } from '../../telling/receivers/receivers.ts';
import { sendAgain } from '../../telling/send-again.ts';
import { tryDestination } from '../../telling/try-destination.ts';
import type { Route, SignedIn } from '../route.ts';
import { destinationPage, newDestinationPage, offeredFields } from './destination-page.tsx';
import { destinationsPage } from './destinations-page.tsx';
import { addressOf, messagesPage, partOf } from './messages-page.tsx';
import { isRight, type PlanProblems, planOf, problemsOf, readPlan } from './read-plan.ts';

const roles: readonly Role[] = ['admin'];
const list = '/settings/destinations';

/** The number in the address; 0, which nothing has, if there is none. */
const idOf = ({ c }: SignedIn): number => {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
};

const destinationOf = (read: Queries, id: number): Promise<Destination | undefined> =>
  read.selectFrom('destinations').selectAll().where('id', '=', id).executeTakeFirst();

const missing = ({ c }: SignedIn): Response => c.redirect(`${list}?done=missing`, 303);

/** Answers for the destination in the address, if it is still there. */
const forDestination =
  (answer: (visit: SignedIn, destination: Destination) => Promise<Response>) =>
  async (visit: SignedIn): Promise<Response> => {
    const destination = await destinationOf(visit.desk.store.read, idOf(visit));
    return destination ? answer(visit, destination) : missing(visit);
  };

/** The same for a kind of receiver. */
const forKind =
  (answer: (visit: SignedIn, receiver: ReceiverName) => Promise<Response>) =>
  async (visit: SignedIn): Promise<Response> => {
    const receiver = receiverNames.find((name) => name === visit.c.req.param('receiver'));
    return receiver ? answer(visit, receiver) : missing(visit);
  };

/** Whether another destination is reached with the same: it would be told everything twice. */
async function isKnown(read: Queries, receiver: ReceiverName, { settings }: Plan, but: number) {
  const others = await read
    .selectFrom('destinations')
    .select('settings')
    .where('receiver', '=', receiver)
    .where('id', '!=', but)
    .execute();
  const reach = (text: Record<string, string>) =>
    receivers[receiver].settings.map(({ name }) => text[name] ?? '').join('\n');
  return others.some((other) => reach(JSON.parse(other.settings)) === reach(settings));
}

/** What was filled in, and what is wrong with it. */
async function entered(
  visit: SignedIn,
  receiver: ReceiverName,
  destination: Destination | null,
): Promise<{ plan: Plan; problems: PlanProblems }> {
  const before = destination && planOf(destination);
  const { offered } = await offeredFields(visit, receiver, before);
  const plan = readPlan(receiver, visit.field, offered, before);
  const problems = problemsOf(receivers[receiver], plan);
  const isTwice =
    isRight(problems) && (await isKnown(visit.desk.store.read, receiver, plan, destination?.id ?? 0));
  const first = receivers[receiver].settings[0]!.name;
  return { plan, problems: isTwice ? { ...problems, settings: { [first]: 'known' } } : problems };
}

const add = forKind(async (visit, receiver) => {
  const { c, desk } = visit;
  const { plan, problems } = await entered(visit, receiver, null);
  if (!isRight(problems)) return newDestinationPage(visit, receiver, { plan, problems });
  const id = await desk.store.change((change) => addDestination(change, receiver, plan, desk.now()));
  return c.redirect(`${list}/${id}?done=${receiver === 'webhook' ? 'addedWebhook' : 'added'}`, 303);
});

const change = forDestination(async (visit, destination) => {
  const { c, desk } = visit;
  const { id, receiver } = destination;
  const { plan, problems } = await entered(visit, receiver, destination);
  if (!isRight(problems)) return destinationPage(visit, destination, { plan, problems });
  const isDone = await desk.store.change((to) => setDestination(to, id, plan));
  return isDone ? c.redirect(`${list}/${id}?done=saved`, 303) : missing(visit);
});

async function test(visit: SignedIn): Promise<Response> {
  const { c, desk, account } = visit;
  const message = await tryDestination(desk, idOf(visit), account.id);
  return message === null ? missing(visit) : c.redirect(`${list}/${idOf(visit)}?tested=${message}`, 303);
}

/** Does what a button of a destination says, unless somebody has deleted it meanwhile. */
const press = (name: DestinationChange): Route => ({
  method: 'POST',
  path: `${list}/:id/${name}`,
  roles,
  async answer(visit) {
    const { c, desk } = visit;
    const id = idOf(visit);
    const isDone = await desk.store.change(async (to) => {
      const destination = await heldDestination(to, desk.store.kind, id);
      if (destination) await destinationChanges[name](to, id, desk.now());
      return destination !== undefined;
    });
    if (!isDone) return missing(visit);
    return c.redirect(`${name === 'delete' ? list : `${list}/${id}`}?done=${name}`, 303);
  },
});

async function send(visit: SignedIn): Promise<Response> {
  const { c, desk, field } = visit;
  const isDue = await desk.store.change((to) => sendAgain(to, idOf(visit), desk.now()));
  return c.redirect(addressOf(partOf(field), isDue ? 'sent' : 'too-late'), 303);
}

/** Destinations and messages: an admin's. */
export const tellingRoutes: readonly Route[] = [
  { method: 'GET', path: list, roles, answer: destinationsPage },
  { method: 'GET', path: `${list}/new/:receiver`, roles, answer: forKind(newDestinationPage) },
  { method: 'POST', path: `${list}/new/:receiver`, roles, answer: add },
  { method: 'GET', path: `${list}/:id`, roles, answer: forDestination(destinationPage) },
  { method: 'POST', path: `${list}/:id`, roles, answer: change },
  { method: 'POST', path: `${list}/:id/test`, roles, answer: test },
  ...(Object.keys(destinationChanges) as DestinationChange[]).map(press),
  { method: 'GET', path: '/settings/messages', roles, answer: messagesPage },
  { method: 'POST', path: '/settings/messages/:id/send', roles, answer: send },
];
