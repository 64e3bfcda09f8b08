import type { Queries } from '../../store/store.ts';
import type { Role } from '../../store/tables.ts';
import { addWebhook, type WebhookChange, webhookChanges } from '../../telling/change-webhook.ts';
import { events } from '../../telling/happening.ts';
import { sendAgain } from '../../telling/send-again.ts';
import { webhookUrlProblem } from '../../telling/webhook-url.ts';
import type { Route, SignedIn } from '../route.ts';
import { addressOf, messagesPage, partOf } from './messages-page.tsx';
import { webhooksPage } from './webhooks-page.tsx';

const roles: readonly Role[] = ['admin'];

/** The number in the address; 0, which nothing has, if there is none. */
const idOf = ({ c }: SignedIn): number => {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
};

/** Whether a webhook calls this address already: it would be told everything twice. */
const isKnown = async (read: Queries, url: string): Promise<boolean> =>
  (await read.selectFrom('destinations').select('id').where('url', '=', url).limit(1).executeTakeFirst()) !==
  undefined;

async function add(visit: SignedIn): Promise<Response> {
  const { c, desk, field } = visit;
  const url = field('url');
  const chosen = events.filter((name) => field(name) !== '');
  const problem = webhookUrlProblem(url) ?? ((await isKnown(desk.store.read, url)) ? 'known' : null);
  if (problem || chosen.length === 0)
    return webhooksPage(visit, { url, events: chosen, problem, hasNoEvents: chosen.length === 0 });
  await desk.store.change((change) => addWebhook(change, { url, events: chosen }, desk.now()));
  return c.redirect('/settings/webhooks?done=added', 303);
}

/** Does what a button of a webhook says, unless somebody has deleted it meanwhile. */
const press = (name: WebhookChange): Route => ({
  method: 'POST',
  path: `/settings/webhooks/:id/${name}`,
  roles,
  async answer(visit) {
    const { c, desk } = visit;
    const id = idOf(visit);
    const isDone = await desk.store.change(async (change) => {
      const webhook = await change
        .selectFrom('destinations')
        .select('id')
        .where('id', '=', id)
        .$if(desk.store.kind === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      if (webhook) await webhookChanges[name](change, id, desk.now());
      return webhook !== undefined;
    });
    return c.redirect(`/settings/webhooks?done=${isDone ? name : 'missing'}`, 303);
  },
});

async function send(visit: SignedIn): Promise<Response> {
  const { c, desk, field } = visit;
  const isDue = await desk.store.change((change) => sendAgain(change, idOf(visit), desk.now()));
  return c.redirect(addressOf(partOf(field), isDue ? 'sent' : 'too-late'), 303);
}

/** Webhooks and messages: an admin's. */
export const tellingRoutes: readonly Route[] = [
  { method: 'GET', path: '/settings/webhooks', roles, answer: (visit) => webhooksPage(visit) },
  { method: 'POST', path: '/settings/webhooks', roles, answer: add },
  ...(Object.keys(webhookChanges) as WebhookChange[]).map(press),
  { method: 'GET', path: '/settings/messages', roles, answer: messagesPage },
  { method: 'POST', path: '/settings/messages/:id/send', roles, answer: send },
];
