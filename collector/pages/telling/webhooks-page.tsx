import type { JSX } from 'preact';
import type { Queries } from '../../store/store.ts';
import type { Webhook } from '../../store/tables.ts';
import type { WebhookChange } from '../../telling/change-webhook.ts';
import { type EventName, events } from '../../telling/happening.ts';
import type { UrlProblem } from '../../telling/webhook-url.ts';
import { page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import { momentText } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';

/** What was filled in to add a webhook, and what is wrong with it. */
export interface Entered {
  url: string;
  events: readonly EventName[];
  problem: UrlProblem | 'known' | null;
  hasNoEvents: boolean;
}

const nothing: Entered = { url: '', events: [...events], problem: null, hasNoEvents: false };

/** How many messages of each webhook wait, and how many were given up. */
async function countsOf(read: Queries): Promise<(webhook: number, status: 'waiting' | 'failed') => number> {
  const rows = await read
    .selectFrom('messages')
    .select(['destination_id', 'status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('status', 'in', ['waiting', 'failed'])
    .groupBy(['destination_id', 'status'])
    .execute();
  return (webhook, status) =>
    rows.find((row) => row.destination_id === webhook && row.status === status)?.count ?? 0;
}

interface Shown {
  visit: SignedIn;
  webhook: Webhook;
  waiting: number;
  failed: number;
}

function Secret({ visit: { words, language, desk }, webhook }: Shown): JSX.Element {
  const { webhooks } = words.telling;
  const { secret, old_secret_until: until } = webhook;
  return (
    <details>
      <summary>{webhooks.secret}</summary>
      <p>
        <code>{secret}</code>
      </p>
      <p class="quiet">{webhooks.secretHint}</p>
      {until && until > desk.now().toISOString() && (
        <p class="quiet">{webhooks.oldSecret(momentText(until, language))}</p>
      )}
    </details>
  );
}

function stateOf({ visit: { words, language }, webhook }: Shown): string {
  const { active, paused, gone } = words.telling.webhooks;
  if (webhook.active) return active;
  return webhook.gone_at ? gone(momentText(webhook.gone_at, language)) : paused;
}

function OneWebhook(shown: Shown): JSX.Element {
  const { visit, webhook, waiting, failed } = shown;
  const { webhooks, events: names } = visit.words.telling;
  const heading = `webhook-${webhook.id}`;
  const button = (change: WebhookChange): JSX.Element => (
    <form method="post" action={`/settings/webhooks/${webhook.id}/${change}`}>
      <button type="submit" aria-describedby={heading}>
        {webhooks.buttons[change]}
      </button>
    </form>
  );
  return (
    <li>
      <h3 id={heading}>{webhook.url}</h3>
      <dl>
        <dt>{webhooks.tells}</dt>
        <dd>
          {webhook.events
            .split(' ')
            .map((name) => names[name as EventName] ?? name)
            .join(' · ')}
        </dd>
        <dt>{webhooks.state}</dt>
        <dd>{stateOf(shown)}</dd>
        <dt>{webhooks.open}</dt>
        <dd>{webhooks.counts(waiting, failed)}</dd>
      </dl>
      <Secret {...shown} />
      <div class="actions">
        {webhook.active ? button('test') : null}
        {button(webhook.active ? 'pause' : 'resume')}
        {button('rotate')}
      </div>
      <details>
        <summary>{webhooks.deleteSummary}</summary>
        <p>{webhooks.deleteHint}</p>
        {button('delete')}
      </details>
    </li>
  );
}

function AddWebhook({ visit, entered }: { visit: SignedIn; entered: Entered }): JSX.Element {
  const { webhooks, events: names } = visit.words.telling;
  const { problem, hasNoEvents } = entered;
  return (
    <form method="post" action="/settings/webhooks" class="fields">
      <Field
        name="url"
        label={webhooks.url}
        hint={webhooks.urlHint}
        error={problem ? webhooks.problems[problem] : undefined}
      >
        {(ties) => <input {...ties} type="url" required maxLength={2_000} value={entered.url} />}
      </Field>
      <fieldset class="field" aria-describedby={hasNoEvents ? 'events-error' : undefined}>
        <legend>{webhooks.events}</legend>
        {events.map((name) => (
          <label key={name}>
            <input type="checkbox" name={name} checked={entered.events.includes(name)} /> {names[name]}
          </label>
        ))}
        {hasNoEvents && (
          <p id="events-error" class="error">
            {webhooks.noEvents}
          </p>
        )}
      </fieldset>
      <div class="actions">
        <button type="submit">{webhooks.save}</button>
      </div>
    </form>
  );
}

/** The webhooks, and a form to add one. */
export async function webhooksPage(visit: SignedIn, entered: Entered = nothing): Promise<Response> {
  const { desk, words, c } = visit;
  const { webhooks: said } = words.telling;
  const webhooks = await desk.store.read.selectFrom('destinations').selectAll().orderBy('id').execute();
  const count = await countsOf(desk.store.read);
  const done = c.req.query('done') ?? '';
  const isTold = Object.hasOwn(said.done, done);
  const isWrong = entered.problem !== null || entered.hasNoEvents;
  return page(
    visit,
    {
      title: said.title,
      section: 'settings',
      notice: isTold
        ? { text: said.done[done as keyof typeof said.done], isTrouble: done === 'missing' }
        : null,
      children: (
        <>
          <p>{said.intro}</p>
          <p>
            <a href="/settings/messages">{said.toMessages}</a>
          </p>
          <h2>{said.list}</h2>
          {webhooks.length === 0 ? (
            <p class="quiet">{said.none}</p>
          ) : (
            <ul class="cards">
              {webhooks.map((webhook) => (
                <OneWebhook
                  key={webhook.id}
                  visit={visit}
                  webhook={webhook}
                  waiting={count(webhook.id, 'waiting')}
                  failed={count(webhook.id, 'failed')}
                />
              ))}
            </ul>
          )}
          <h2>{said.add}</h2>
          <AddWebhook visit={visit} entered={entered} />
        </>
      ),
    },
    isWrong ? 422 : 200,
  );
}
