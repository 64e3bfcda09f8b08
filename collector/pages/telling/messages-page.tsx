import type { JSX } from 'preact';
import type { Queries } from '../../store/store.ts';
import type { Message, ReceiverName } from '../../store/tables.ts';
import type { EventName } from '../../telling/happening.ts';
import { page } from '../page.tsx';
import { Moment } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';
import { reachedWith } from './reached-with.ts';
import { troubleText } from './trouble-text.ts';

const perPage = 50;
const statuses = ['all', 'waiting', 'failed', 'sent'] as const;
type Status = (typeof statuses)[number];

/** Which part of the messages is shown. */
interface Part {
  status: Status;
  /** Of those before this id; `null` for the newest. */
  before: number | null;
}

/** What of a message is shown: not what it says, which is personal. */
type Listed = Omit<Message, 'body' | 'message_id' | 'sent_at'> & {
  receiver: ReceiverName | null;
  settings: string | null;
  active: number | null;
};

const messagesOf = (read: Queries, { status, before }: Part): Promise<Listed[]> =>
  read
    .selectFrom('messages')
    .leftJoin('destinations', 'destinations.id', 'messages.destination_id')
    .select([
      'messages.id',
      'messages.channel',
      'messages.destination_id',
      'messages.person_id',
      'messages.event',
      'messages.recipient',
      'messages.status',
      'messages.tries',
      'messages.sending',
      'messages.next_at',
      'messages.error',
      'messages.created_at',
      'destinations.receiver',
      'destinations.settings',
      'destinations.active',
    ])
    .$if(status !== 'all', (query) => query.where('messages.status', '=', status as Message['status']))
    .$if(before !== null, (query) => query.where('messages.id', '<', before!))
    .orderBy('messages.id', 'desc')
    .limit(perPage + 1)
    .execute();

/** The part that somebody asks for, as far as it can be understood. */
export function partOf(field: SignedIn['field']): Part {
  const before = field('before');
  return {
    status: statuses.find((status) => status === field('status')) ?? 'all',
    before: /^\d{1,15}$/.test(before) ? Number(before) : null,
  };
}

/** The address of a part. */
export function addressOf({ status, before }: Part, done?: string): string {
  const query = new URLSearchParams({
    ...(status !== 'all' && { status }),
    ...(before !== null && { before: String(before) }),
    ...(done && { done }),
  }).toString();
  return `/settings/messages${query && `?${query}`}`;
}

type Telling = SignedIn['words']['telling'];

function statusText(message: Listed, { messages }: Telling, hasMail: boolean): string {
  const { status, sending, channel, destination_id, active } = message;
  if (status !== 'waiting') return messages.statuses[status];
  if (sending) return messages.sending;
  if (destination_id !== null && !active) return messages.paused;
  return channel === 'mail' && !hasMail ? messages.noServer : messages.statuses.waiting;
}

/** To whom it goes: an address, or a destination. */
function Recipient({ visit, message }: { visit: SignedIn; message: Listed }): JSX.Element {
  const { words } = visit;
  const { destination_id, recipient, receiver, settings } = message;
  if (destination_id === null) return <td>{recipient}</td>;
  if (receiver === null || settings === null) return <td>{words.telling.messages.deleted}</td>;
  return (
    <td>
      <a href={`/settings/destinations/${destination_id}`}>{words.destinations.receivers[receiver].name}</a>{' '}
      <span class="quiet">{reachedWith({ receiver, settings })}</span>
    </td>
  );
}

function Row({ visit, part, message }: { visit: SignedIn; part: Part; message: Listed }): JSX.Element {
  const { words, language, desk } = visit;
  const { messages, events, otherEvents } = words.telling;
  const hasMail = desk.settings.smtp !== null;
  const isWaiting = message.status === 'waiting' && !message.sending;
  const canBeSent =
    (message.destination_id === null || message.active === 1) && (message.channel !== 'mail' || hasMail);
  const what = events[message.event as EventName] ?? otherEvents[message.event] ?? message.event;
  return (
    <tr>
      <th scope="row" id={`message-${message.id}`}>
        {what}
        {message.person_id !== null && (
          <>
            {' · '}
            <a href={`/people/${message.person_id}`}>{messages.about(message.person_id)}</a>
          </>
        )}
      </th>
      <Recipient visit={visit} message={message} />
      <td>
        <Moment at={message.created_at} language={language} />
      </td>
      <td>{statusText(message, words.telling, hasMail)}</td>
      <td>{message.tries}</td>
      <td>{isWaiting && <Moment at={message.next_at} language={language} />}</td>
      <td>{troubleText(message.error, words)}</td>
      <td>
        {canBeSent && (isWaiting || message.status === 'failed') && (
          <form method="post" action={`/settings/messages/${message.id}/send`}>
            <input type="hidden" name="status" value={part.status} />
            <input type="hidden" name="before" value={part.before ?? ''} />
            <button type="submit" aria-describedby={`message-${message.id}`}>
              {isWaiting ? messages.now : messages.again}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

function Table({ visit, part, shown }: { visit: SignedIn; part: Part; shown: Listed[] }): JSX.Element {
  const { messages } = visit.words.telling;
  if (shown.length === 0) return <p class="quiet">{messages.none}</p>;
  return (
    // A wide table scrolls within itself, by keyboard, too.
    <section class="scroll" tabindex={0} aria-label={messages.table}>
      <table>
        <thead>
          <tr>
            {Object.entries(messages.columns).map(([name, text]) => (
              <th key={name} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((message) => (
            <Row key={message.id} visit={visit} part={part} message={message} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What goes out and what became of it, newest first. */
export async function messagesPage(visit: SignedIn): Promise<Response> {
  const { desk, words, c, field } = visit;
  const { messages: said } = words.telling;
  const part = partOf(field);
  const found = await messagesOf(desk.store.read, part);
  const shown = found.slice(0, perPage);
  const done = c.req.query('done') ?? '';
  const isTold = Object.hasOwn(said.done, done);
  return page(visit, {
    title: said.title,
    section: 'settings',
    notice: isTold
      ? { text: said.done[done as keyof typeof said.done], isTrouble: done === 'too-late' }
      : null,
    children: (
      <>
        {desk.settings.smtp === null && <p class="error">{said.noMail}</p>}
        <p>{said.intro}</p>
        <p>
          <a href="/settings/destinations">{said.toDestinations}</a>
        </p>
        <nav aria-label={said.filter}>
          <ul class="choices">
            {statuses.map((status) => (
              <li key={status}>
                <a
                  href={addressOf({ status, before: null })}
                  aria-current={status === part.status ? 'true' : undefined}
                >
                  {said.statuses[status]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Table visit={visit} part={part} shown={shown} />
        <p class="actions">
          {part.before !== null && <a href={addressOf({ ...part, before: null })}>{said.newest}</a>}
          {found.length > perPage && (
            <a href={addressOf({ ...part, before: shown.at(-1)!.id })}>{said.older}</a>
          )}
        </p>
      </>
    ),
  });
}
