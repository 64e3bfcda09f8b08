import type { JSX } from 'preact';
import type { PersonData } from '../../rights/person-data.ts';
import type { Person } from '../../store/tables.ts';
import type { Words } from '../../words/words.ts';
import { page } from '../page.tsx';
import type { Route, SignedIn } from '../route.ts';
import { Stored } from './stored.tsx';
import { withPerson } from './with-person.ts';

/** A form with one button, that says whom it is about without an address in the URL, which ends up in logs. */
const AddressForm = ({
  action,
  email,
  button,
}: {
  action: string;
  email: string;
  button: string;
}): JSX.Element => (
  <form method="post" action={action} class="actions">
    <input type="hidden" name="email" value={email} />
    <button type="submit">{button}</button>
  </form>
);

function Known({
  person,
  words,
  day,
}: {
  person: Person;
  words: Words['rights']['known'];
  day: Intl.DateTimeFormat;
}): JSX.Element {
  const on = (moment: string) => day.format(new Date(moment));
  const { marketing, marketing_at } = person;
  const facts: [label: string, value: string][] = [
    [words.name, person.name || words.nothing],
    [words.address, person.email],
    [words.company, person.company || words.nothing],
    [words.phone, person.phone || words.nothing],
    [words.asked, words.times(person.requests, on(person.first_at), on(person.last_at))],
    [words.scoring, person.unscored ? words.unscored : words.scored],
    [words.marketing, words.marketingWords[marketing] + (marketing_at ? `, ${on(marketing_at)}` : '')],
  ];
  return (
    <section>
      <h2>{person.test ? words.testPerson : words.person}</h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function knownPage(visit: SignedIn, data: PersonData): Response {
  const { known, remove } = visit.words.rights;
  const day = new Intl.DateTimeFormat(visit.language, { dateStyle: 'long', timeZone: 'UTC' });
  const children = (
    <>
      <p>{data.key}</p>
      {data.persons.map((person) => (
        <Known key={person.id} person={person} words={known} day={day} />
      ))}
      <section>
        <h2>{known.stored}</h2>
        <Stored data={data} words={known.tables} />
        <p>{known.exportText}</p>
        <AddressForm action="/settings/rights/export" email={data.key} button={known.export} />
        {data.persons.some(({ test, unscored }) => !test && !unscored) && (
          <>
            <p>{known.unscoreText}</p>
            <AddressForm action="/settings/rights/unscore" email={data.key} button={known.unscore} />
          </>
        )}
        {(['erase', 'anonymise'] as const).map((way) => (
          <div key={way}>
            <p>{remove[way].text}</p>
            <AddressForm action={`/settings/rights/${way}`} email={data.key} button={remove[way].button} />
          </div>
        ))}
      </section>
      <p>
        <a href="/settings/rights">{known.other}</a>
      </p>
    </>
  );
  return page(visit, { title: known.title, section: 'settings', children });
}

export const findPerson: Route = {
  method: 'POST',
  path: '/settings/rights/find',
  roles: ['admin'],
  answer: (visit) => withPerson(visit, (data) => knownPage(visit, data)),
};
