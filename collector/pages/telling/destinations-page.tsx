import type { JSX } from 'preact';
import type { Queries } from '../../store/store.ts';
import { type Destination, receiverNames } from '../../store/tables.ts';
import type { EventName } from '../../telling/happening.ts';
import { receivers } from '../../telling/receivers/receivers.ts';
import { page } from '../page.tsx';
import { momentText } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';
import { noticeFor } from './notice-for.ts';
import { reachedWith } from './reached-with.ts';
import { troubleText } from './trouble-text.ts';

/** How many messages of each destination wait, and how many were given up. */
async function countsOf(read: Queries): Promise<(id: number, status: 'waiting' | 'failed') => number> {
  const rows = await read
    .selectFrom('messages')
    .select(['destination_id', 'status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('status', 'in', ['waiting', 'failed'])
    .groupBy(['destination_id', 'status'])
    .execute();
  return (id, status) => rows.find((row) => row.destination_id === id && row.status === status)?.count ?? 0;
}

/** Whether it is told, and if not, why. */
export function stateOf({ active, gone_at }: Destination, { words, language }: SignedIn): string {
  const { destinations } = words;
  if (active) return destinations.active;
  return gone_at ? destinations.gone(momentText(gone_at, language)) : destinations.paused;
}

/** What came of the last try to tell it. */
export function answerText({ answer, answered_at }: Destination, { words, language }: SignedIn): string {
  const { destinations } = words;
  if (answered_at === null) return destinations.noAnswer;
  const when = momentText(answered_at, language);
  return answer === ''
    ? destinations.accepted(when)
    : destinations.notAccepted(troubleText(answer, words), when);
}

/** What it is told of, in words. */
export const eventsText = ({ events }: Destination, { telling }: SignedIn['words']): string =>
  events
    .split(' ')
    .map((name) => telling.events[name as EventName] ?? name)
    .join(' · ');

interface CardProps {
  visit: SignedIn;
  destination: Destination;
  waiting: number;
  failed: number;
}

function Card({ visit, destination, waiting, failed }: CardProps): JSX.Element {
  const { destinations } = visit.words;
  const { id, receiver } = destination;
  return (
    <li>
      <h3>
        <a href={`/settings/destinations/${id}`}>{destinations.receivers[receiver].name}</a>
      </h3>
      <dl>
        <dt>{destinations.reached}</dt>
        <dd>{reachedWith(destination)}</dd>
        <dt>{destinations.tells}</dt>
        <dd>{eventsText(destination, visit.words)}</dd>
        <dt>{destinations.state}</dt>
        <dd>{stateOf(destination, visit)}</dd>
        <dt>{destinations.lastAnswer}</dt>
        <dd>{answerText(destination, visit)}</dd>
        <dt>{destinations.open}</dt>
        <dd>{destinations.counts(waiting, failed)}</dd>
      </dl>
    </li>
  );
}

/** What can be added: each kind with what it is good for. */
const Kinds = ({ visit: { words, desk } }: { visit: SignedIn }): JSX.Element => (
  <ul class="kinds">
    {receiverNames.map((name) => (
      <li key={name}>
        <a href={`/settings/destinations/new/${name}`}>{words.destinations.receivers[name].name}</a>{' '}
        <span class="quiet">
          {words.destinations.receivers[name].about}{' '}
          {receivers[name].needsMail && desk.settings.smtp === null && words.destinations.noMail}
        </span>
      </li>
    ))}
  </ul>
);

/** The destinations, and what else could be one. */
export async function destinationsPage(visit: SignedIn): Promise<Response> {
  const { desk, words } = visit;
  const { destinations: said } = words;
  const destinations = await desk.store.read.selectFrom('destinations').selectAll().orderBy('id').execute();
  const count = await countsOf(desk.store.read);
  return page(visit, {
    title: said.title,
    section: 'settings',
    notice: noticeFor(visit),
    children: (
      <>
        <p>{said.intro}</p>
        <p>
          <a href="/settings/messages">{said.toMessages}</a>
        </p>
        <h2>{said.list}</h2>
        {destinations.length === 0 ? (
          <p class="quiet">{said.none}</p>
        ) : (
          <ul class="cards">
            {destinations.map((destination) => (
              <Card
                key={destination.id}
                visit={visit}
                destination={destination}
                waiting={count(destination.id, 'waiting')}
                failed={count(destination.id, 'failed')}
              />
            ))}
          </ul>
        )}
        <h2>{said.add}</h2>
        <Kinds visit={visit} />
      </>
    ),
  });
}
