import type { ComponentChildren, JSX } from 'preact';
import { type Stage, stages } from '../../store/tables.ts';
import type { Listed } from '../../working/lists.ts';
import { type FieldProblem, isOfSales, type Move, type MoveName, moves } from '../../working/moves.ts';
import type { PersonRecord } from '../../working/person-record.ts';
import { type Notice, page } from '../page.tsx';
import { age } from '../parts/age.ts';
import { Address, Phone } from '../parts/contact.tsx';
import { Field } from '../parts/field.tsx';
import { Day } from '../parts/moment.tsx';
import { personName } from '../parts/person-name.ts';
import { RequestCard } from '../parts/request-card.tsx';
import { Temperature } from '../parts/temperature.tsx';
import { Terms } from '../parts/terms.tsx';
import type { SignedIn } from '../route.ts';
import { History } from './history.tsx';
import { ToldList } from './told-list.tsx';

/** What of a move could not be done: its fields with what is wrong, and what was filled in. */
export interface Unfinished {
  move: MoveName;
  problems: Record<string, FieldProblem>;
}

interface ActionProps {
  move: MoveName;
  person: Listed;
  button: string;
  children?: ComponentChildren;
}

/** A form that makes a move. It says which version of the person was seen, so that nobody overwrites a colleague. */
const Action = ({ move, person, button, children }: ActionProps): JSX.Element => (
  <form method="post" action={`/people/${person.id}/${move}`} class={`action action-${move}`}>
    <input type="hidden" name="version" value={person.version} />
    {children}
    <button type="submit">{button}</button>
  </form>
);

/** Whether somebody may make a move with a person as they stand. */
export const isOpenTo = (name: MoveName, person: Listed, { account }: SignedIn): boolean => {
  const { roles, fits }: Move = moves[name];
  return person.team !== null && roles.includes(account.role) && (fits?.(person, account.role) ?? true);
};

function Actions({
  person,
  unfinished,
  visit,
}: {
  person: Listed;
  unfinished: Unfinished | null;
  visit: SignedIn;
}): JSX.Element {
  const { words, desk, language, account } = visit;
  const texts = words.person;
  const isOpen = (name: MoveName) => isOpenTo(name, person, visit);
  /** A field of a move: two moves may ask for the same. */
  const of = (move: MoveName, name: string) => {
    const problem = unfinished?.move === move ? unfinished.problems[name] : undefined;
    return { id: `${move}-${name}`, name, error: problem && texts.problems[problem] };
  };
  const isYours = (stage: Stage) => account.role !== 'marketing' || !isOfSales(stage);
  const kept = (move: MoveName, name: string, otherwise = '') =>
    unfinished?.move === move ? visit.field(name) : otherwise;
  return (
    <section class="moves" aria-labelledby="moves">
      <h2 id="moves">{texts.actions}</h2>
      {isOpen('take-over') && person.owner_id !== account.id && (
        <Action move="take-over" person={person} button={texts.takeOver} />
      )}
      {isOpen('answered') && (
        <Action move="answered" person={person} button={texts.haveAnswered}>
          <Field {...of('answered', 'note')} label={`${texts.answerNote} (${texts.optional})`}>
            {(ties) => (
              <textarea rows={2} {...ties}>
                {kept('answered', 'note')}
              </textarea>
            )}
          </Field>
        </Action>
      )}
      {isOpen('next-step') && (
        <Action move="next-step" person={person} button={texts.save}>
          <Field {...of('next-step', 'step')} label={texts.nextStep} hint={texts.nextClear}>
            {(ties) => <input {...ties} value={kept('next-step', 'step', person.next_step)} />}
          </Field>
          <Field {...of('next-step', 'day')} label={texts.nextDay}>
            {(ties) => <input type="date" {...ties} value={kept('next-step', 'day', person.next_on ?? '')} />}
          </Field>
        </Action>
      )}
      {isOpen('stage') && (
        <Action move="stage" person={person} button={texts.moveOn}>
          <Field {...of('stage', 'stage')} label={texts.newStage}>
            {(ties) => {
              const chosen = kept('stage', 'stage', person.stage);
              return (
                <select {...ties}>
                  {stages.filter(isYours).map((stage) => (
                    <option key={stage} value={stage} selected={stage === chosen}>
                      {texts.stages[stage]}
                    </option>
                  ))}
                </select>
              );
            }}
          </Field>
          <Field
            {...of('stage', 'revenue')}
            label={texts.revenue}
            hint={texts.revenueHint(desk.settings.currency)}
          >
            {(ties) => (
              <input
                inputmode="decimal"
                {...ties}
                value={kept('stage', 'revenue', amountText(person, language))}
              />
            )}
          </Field>
          <Field {...of('stage', 'reason')} label={texts.reason} hint={texts.reasonHint}>
            {(ties) => <input {...ties} value={kept('stage', 'reason', person.lost_reason)} />}
          </Field>
        </Action>
      )}
      {(['give-back', 'hand-over'] as const).filter(isOpen).map((move) => (
        <details key={move} open={unfinished?.move === move}>
          <summary>{move === 'give-back' ? texts.giveBack : texts.handOver}</summary>
          <Action move={move} person={person} button={move === 'give-back' ? texts.giveBack : texts.handOver}>
            <Field
              {...of(move, 'reason')}
              label={texts.reason}
              hint={move === 'give-back' ? texts.giveBackHint : texts.handOverHint}
            >
              {(ties) => (
                <textarea rows={2} {...ties}>
                  {kept(move, 'reason')}
                </textarea>
              )}
            </Field>
          </Action>
        </details>
      ))}
      {isOpen('note') && (
        <Action move="note" person={person} button={texts.addNote}>
          <Field {...of('note', 'note')} label={texts.note}>
            {(ties) => (
              <textarea rows={3} {...ties}>
                {kept('note', 'note')}
              </textarea>
            )}
          </Field>
        </Action>
      )}
      {person.team === null && (
        <p class="quiet">
          {texts.noTeam} <a href="/set-aside">{texts.toSetAside}</a>
        </p>
      )}
    </section>
  );
}

const amountText = ({ revenue }: Listed, language: string): string =>
  revenue === null
    ? ''
    : new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 2 }).format(revenue);

/** Where somebody stands, in one look. */
function Standing({ person, visit }: { person: Listed; visit: SignedIn }): JSX.Element {
  const { words, desk, language } = visit;
  const texts = words.person;
  const { style, currency } = { style: 'currency', currency: desk.settings.currency } as const;
  // To the cent: it is what somebody has put down.
  const exact = (amount: number) => new Intl.NumberFormat(language, { style, currency }).format(amount);
  return (
    <section aria-labelledby="standing" class={`standing of-${person.team ?? 'nobody'}`}>
      <h2 id="standing">{texts.now}</h2>
      {person.waiting_since && (
        <p class="headline">{texts.waiting(age(person.waiting_since, desk.now(), language))}</p>
      )}
      <Terms
        of={[
          [texts.stage, texts.stages[person.stage]],
          [texts.lost, person.lost_reason],
          [texts.revenue, person.revenue !== null && exact(person.revenue)],
          [texts.team, person.team && texts.teams[person.team]],
          [texts.givenBack, person.given_back],
          [texts.owner, person.owner ?? texts.nobody],
          [
            texts.next,
            person.next_on && (
              <>
                <Day of={person.next_on} language={language} />: {person.next_step}
              </>
            ),
          ],
          [texts.contact, person.phone && <Phone number={person.phone} />],
          [words.request.email, <Address key="email" email={person.email} />],
          [texts.news, texts.marketing[person.marketing]],
        ]}
      />
    </section>
  );
}

interface Shown {
  status?: 200 | 409 | 422;
  notice?: Notice | null;
  unfinished?: Unfinished | null;
}

/** The page of a person, as they stand. */
export function personPage(
  visit: SignedIn,
  record: PersonRecord,
  { status = 200, notice, unfinished = null }: Shown,
) {
  const { person, requests } = record;
  const { words } = visit;
  const texts = words.person;
  const [latest, ...earlier] = requests;
  const card = (request: (typeof requests)[number], at: number) => (
    <RequestCard
      key={request.id}
      request={request}
      visit={visit}
      heading={at === 0 ? texts.latest : texts.request(requests.length - at)}
    />
  );
  return page(
    visit,
    {
      title: personName(person),
      section: person.team ?? 'leads',
      notice,
      children: (
        <>
          <p class="marks">
            {person.company && <span dir="auto">{person.company}</span>}
            <Temperature of={person} words={words} />
            {person.test === 1 && <span class="mark">{texts.test}</span>}
            {person.example === 1 && <span class="mark">{texts.example}</span>}
          </p>
          <div class="desk" data-drafts={`/people/${person.id}`}>
            <Standing person={person} visit={visit} />
            <Actions person={person} unfinished={unfinished} visit={visit} />
            <div class="known">
              <section aria-labelledby="requests">
                <h2 id="requests">{texts.requests}</h2>
                {latest && card(latest, 0)}
                {earlier.length > 0 && (
                  <details>
                    <summary>{texts.earlier(earlier.length)}</summary>
                    {earlier.map((request, at) => card(request, at + 1))}
                  </details>
                )}
              </section>
              <ToldList told={record.told} visit={visit} />
              <History record={record} visit={visit} />
            </div>
          </div>
        </>
      ),
    },
    status,
  );
}
