import type { JSX } from 'preact';
import type { Destination, ReceiverName } from '../../store/tables.ts';
import { type DestinationChange, type Plan, planFor } from '../../telling/change-destination.ts';
import { exampleTold } from '../../telling/receivers/example-told.ts';
import { answerField, ownFields } from '../../telling/receivers/lead-fields.ts';
import { receivers } from '../../telling/receivers/receivers.ts';
import type { Told } from '../../telling/receivers/told.ts';
import { latestTold } from '../../telling/told-of.ts';
import type { Words } from '../../words/words.ts';
import { type Notice, page } from '../page.tsx';
import { momentText } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';
import { answerText, stateOf } from './destinations-page.tsx';
import { noticeFor } from './notice-for.ts';
import { PlanForm } from './plan-form.tsx';
import { noProblems, type PlanProblems, planOf } from './read-plan.ts';
import { troubleText } from './trouble-text.ts';

/** Of whom a form shows the values: the latest lead, or somebody made up while nobody has asked. */
async function exampleFor(
  { desk, account }: SignedIn,
  receiver: ReceiverName,
): Promise<{ told: Told; isReal: boolean }> {
  const { store, settings, now } = desk;
  const latest = await latestTold(store.read, receivers[receiver], settings.url);
  return { told: latest ?? exampleTold(account, settings.url, now()), isReal: latest !== null };
}

/** The fields that can be told: ours, and the answers to what the owner's own form asks. */
export async function offeredFields(visit: SignedIn, receiver: ReceiverName, plan: Plan | null) {
  const example = await exampleFor(visit, receiver);
  const questions = example.told.lead?.profile.answers?.map(({ name }) => answerField(name)) ?? [];
  const offered =
    receivers[receiver].fields === null
      ? []
      : [...new Set([...Object.keys(plan?.fields ?? {}), ...ownFields, ...questions])];
  return { example, offered };
}

/** What was filled in, and what is wrong with it. */
export interface Entered {
  plan: Plan;
  problems: PlanProblems;
}

/** What a receiver is told unless somebody says otherwise, by the words of a language. */
const usualPlan = (receiver: ReceiverName, words: Words, language: string): Plan =>
  planFor(receiver, words.destinations.leadFields, language);

/** A form to add a destination of a kind. */
export async function newDestinationPage(
  visit: SignedIn,
  receiver: ReceiverName,
  entered: Entered = { plan: usualPlan(receiver, visit.words, visit.language), problems: noProblems },
): Promise<Response> {
  const { destinations } = visit.words;
  const said = destinations.receivers[receiver];
  const isWrong = entered.problems !== noProblems;
  return page(
    visit,
    {
      title: `${destinations.add}: ${said.name}`,
      section: 'settings',
      children: (
        <>
          <p>{said.about}</p>
          <p>
            <a href="/settings/destinations">{destinations.toList}</a>
          </p>
          <PlanForm
            visit={visit}
            receiver={receiver}
            kept={null}
            action={`/settings/destinations/new/${receiver}`}
            button={destinations.saveNew}
            {...(await offeredFields(visit, receiver, entered.plan))}
            {...entered}
          />
        </>
      ),
    },
    isWrong ? 422 : 200,
  );
}

/** What came of a test: its message is named in the address of the page. */
async function testNotice(visit: SignedIn, { id, receiver }: Destination): Promise<Notice | null> {
  const { desk, words, field } = visit;
  const { tested, receivers: names } = words.destinations;
  const message = await desk.store.read
    .selectFrom('messages')
    .select(['status', 'error'])
    .where('id', '=', /^\d{1,15}$/.test(field('tested')) ? Number(field('tested')) : 0)
    .where('destination_id', '=', id)
    .where('event', '=', 'test')
    .executeTakeFirst();
  if (!message) return null;
  const { name } = names[receiver];
  if (message.status === 'sent') return { text: tested.sent(name) };
  return message.status === 'waiting'
    ? { text: tested.waiting }
    : { text: tested.failed(name, troubleText(message.error, words)), isTrouble: true };
}

function Secret({ visit, destination }: { visit: SignedIn; destination: Destination }): JSX.Element {
  const { destinations } = visit.words;
  const { secret, old_secret_until: until } = destination;
  return (
    <details>
      <summary>{destinations.secret}</summary>
      <p>
        <code>{secret}</code>
      </p>
      <p class="quiet">{destinations.secretHint}</p>
      {until && until > visit.desk.now().toISOString() && (
        <p class="quiet">{destinations.oldSecret(momentText(until, visit.language))}</p>
      )}
    </details>
  );
}

/** A destination: how it stands, a test, and the form to change it. */
export async function destinationPage(
  visit: SignedIn,
  destination: Destination,
  entered: Entered = { plan: planOf(destination), problems: noProblems },
): Promise<Response> {
  const { words, account } = visit;
  const { destinations } = words;
  const { id, receiver } = destination;
  const { name } = destinations.receivers[receiver];
  const isWrong = entered.problems !== noProblems;
  const button = (change: DestinationChange | 'test'): JSX.Element => (
    <form method="post" action={`/settings/destinations/${id}/${change}`}>
      <button type="submit">{destinations.buttons[change]}</button>
    </form>
  );
  const isWebhook = receiver === 'webhook';
  return page(
    visit,
    {
      title: name,
      section: 'settings',
      notice: (await testNotice(visit, destination)) ?? noticeFor(visit),
      children: (
        <>
          <p>
            <a href="/settings/destinations">{destinations.toList}</a>
          </p>
          <p>
            {stateOf(destination, visit)} {destinations.lastAnswer}: {answerText(destination, visit)}.
          </p>
          {isWebhook && <Secret visit={visit} destination={destination} />}
          <p class="quiet">
            {isWebhook ? destinations.webhookTestHint : destinations.testHint(account.email)}
          </p>
          <div class="actions">
            {button('test')}
            {button(destination.active ? 'pause' : 'resume')}
            {isWebhook && button('rotate')}
          </div>
          <PlanForm
            visit={visit}
            receiver={receiver}
            kept={planOf(destination)}
            action={`/settings/destinations/${id}`}
            button={destinations.save}
            {...(await offeredFields(visit, receiver, entered.plan))}
            {...entered}
          />
          <details>
            <summary>{destinations.deleteSummary}</summary>
            <p>{destinations.deleteHint}</p>
            {button('delete')}
          </details>
        </>
      ),
    },
    isWrong ? 422 : 200,
  );
}
