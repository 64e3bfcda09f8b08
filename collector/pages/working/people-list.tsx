import type { JSX } from 'preact';
import type { Listed } from '../../working/lists.ts';
import { age } from '../parts/age.ts';
import { Address, Phone } from '../parts/contact.tsx';
import { Day } from '../parts/moment.tsx';
import { personName } from '../parts/person-name.ts';
import { Temperature } from '../parts/temperature.tsx';
import type { SignedIn } from '../route.ts';
import { isOpenTo } from './person.tsx';

/** What of a person a list is about: how long they have waited, when the next step is due, why they came back. */
export type About = 'waiting' | 'next' | 'asked' | 'given-back' | 'stage';

interface RowProps {
  person: Listed;
  about: About;
  visit: SignedIn;
}

/** The day by the clock of the team's server, as a date field writes it: Sweden writes it so. */
const today = (now: Date): string => new Intl.DateTimeFormat('sv-SE').format(now);

/** The one thing that a list tells of somebody. */
function Point({ person, about, visit: { words, desk, language } }: RowProps): JSX.Element {
  const { lists, person: texts } = words;
  const now = desk.now();
  if (about === 'waiting' && person.waiting_since)
    return <strong>{lists.waits(age(person.waiting_since, now, language))}</strong>;
  if (about === 'next' && person.next_on) {
    const isLate = person.next_on < today(now);
    return (
      <>
        <strong>{isLate ? lists.overdue : person.next_on === today(now) ? lists.today : lists.due}</strong>{' '}
        <Day of={person.next_on} language={language} />: <span dir="auto">{person.next_step}</span>
      </>
    );
  }
  if (about === 'given-back') return <q dir="auto">{person.given_back}</q>;
  if (about === 'stage') return <span>{texts.stages[person.stage]}</span>;
  return <span>{lists.asked(age(person.last_at, now, language))}</span>;
}

function Row({ person, about, visit }: RowProps): JSX.Element {
  const { lists, person: texts } = visit.words;
  const name = personName(person);
  const isMine = person.owner_id === visit.account.id;
  return (
    <li class={`person of-${person.team ?? 'nobody'}`}>
      <p class="point">
        <Point person={person} about={about} visit={visit} />
      </p>
      <div class="name">
        <p>
          <a href={`/people/${person.id}`} dir="auto">
            {name}
          </a>
          {person.company && <span dir="auto">, {person.company}</span>}
        </p>
        <p class="marks">
          <Temperature of={person} words={visit.words} />
          {person.requests > 1 && <span>{lists.requests(person.requests)}</span>}
          {person.marketing === 'confirmed' && <span>{lists.confirmed}</span>}
          {person.marketing === 'asked' && <span>{lists.unconfirmed}</span>}
          {person.team === null && person.anonymous === 0 && (
            <span class="mark">{person.test ? texts.test : lists.setAside.mark}</span>
          )}
          {person.example === 1 && <span class="mark">{texts.example}</span>}
        </p>
      </div>
      <p class="reach">
        {person.phone && <Phone number={person.phone} />} <Address email={person.email} />
      </p>
      <div class="whose">
        {person.owner ? (
          <p>{lists.of(person.owner)}</p>
        ) : about === 'waiting' || about === 'next' ? null : (
          <p class="quiet">{lists.nobody}</p>
        )}
        {about === 'waiting' && !isMine && isOpenTo('take-over', person, visit) && (
          <form method="post" action={`/people/${person.id}/take-over`}>
            <input type="hidden" name="version" value={person.version} />
            <input type="hidden" name="to" value={visit.c.req.path} />
            <button type="submit" aria-label={lists.takeOverOf(name)}>
              {lists.takeOver}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

interface ListProps {
  title: string;
  hint?: string;
  people: readonly Listed[];
  about: About;
  /** So many are shown at most. */
  length: number;
  visit: SignedIn;
}

/** A list of people with its reason. One in which nobody is is left out. */
export function PeopleList({ title, hint, people, about, length, visit }: ListProps): JSX.Element | null {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {hint && <p class="quiet">{hint}</p>}
      <ol class="people">
        {people.slice(0, length).map((person) => (
          <Row key={person.id} person={person} about={about} visit={visit} />
        ))}
      </ol>
      {people.length > length && <p class="quiet">{visit.words.lists.more(length)}</p>}
    </section>
  );
}
