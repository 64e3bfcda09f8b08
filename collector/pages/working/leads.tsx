import type { JSX } from 'preact';
import { hasExample } from '../../example/clear-example.ts';
import { stages, teams } from '../../store/tables.ts';
import { choicesOf, findPeople, type Place, temperatures, type Wanted } from '../../working/find-people.ts';
import { listLength, setAside } from '../../working/lists.ts';
import { latestRequest } from '../../working/news.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { page } from '../page.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { NewsNotice } from './news-notice.tsx';
import { noticeOf } from './notice-of.ts';
import { PeopleList } from './people-list.tsx';
import { queryOf, wantedOf } from './wanted-of.ts';

/** Where the page before ended: `2026-11-27T10:00:00.000Z 42`. */
function placeOf({ field }: SignedIn): Place | undefined {
  const [, last_at, id] = /^(\d{4}-[\dT:.Z-]{1,20}) (\d{1,15})$/.exec(field('after')) ?? [];
  return last_at ? { last_at, id: Number(id) } : undefined;
}

type Choices = Awaited<ReturnType<typeof choicesOf>>;
type Choice = readonly [name: keyof Wanted, label: string, choices: readonly (readonly [string, string])[]];

/** What may be chosen, in order: each with its label and its choices. */
function choicesIn({ owners, forms, campaigns }: Choices, { words }: SignedIn): readonly Choice[] {
  const { leads: texts } = words.lists;
  const { stages: stageWords, temperatures: temperatureWords, teams: teamWords } = words.person;
  return [
    ['stage', texts.stage, stages.map((name) => [name, stageWords[name]])],
    ['temperature', texts.temperature, temperatures.map((name) => [name, temperatureWords[name]])],
    ['team', texts.team, teams.map((name) => [name, teamWords[name]])],
    ['owner', texts.owner, owners.map(({ id, name }) => [String(id), name])],
    ['form', texts.form, forms.map((name) => [name, name])],
    ['campaign', texts.campaign, campaigns.map((name) => [name, name])],
  ];
}

interface FilterProps {
  wanted: Wanted;
  choices: Choices;
  visit: SignedIn;
}

/** What everybody is narrowed down by. */
function Filters({ wanted, choices, visit }: FilterProps): JSX.Element {
  const texts = visit.words.lists.leads;
  const { words, ...narrow } = wanted;
  return (
    <search>
      <form method="get" action="/leads" class="filters">
        <div class="field field-words">
          <label for="words">{texts.search}</label>
          <input id="words" name="words" type="search" value={words ?? ''} />
        </div>
        <div class="buttons">
          <button type="submit">{texts.find}</button>
          {Object.keys(wanted).length > 0 && <a href="/leads">{texts.everything}</a>}
        </div>
        <details open={Object.keys(narrow).length > 0}>
          <summary>{texts.narrow}</summary>
          <div class="narrow">
            {choicesIn(choices, visit)
              .filter(([, , of]) => of.length > 0)
              .map(([name, label, of]) => (
                <div class="field" key={name}>
                  <label for={name}>{label}</label>
                  <select id={name} name={name}>
                    <option value="">{texts.any}</option>
                    {of.map(([value, word]) => (
                      <option key={value} value={value} selected={String(wanted[name] ?? '') === value}>
                        {word}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            {(['from', 'until'] as const).map((name) => (
              <div class="field" key={name}>
                <label for={name}>{texts[name]}</label>
                <input id={name} name={name} type="date" value={wanted[name] ?? ''} />
              </div>
            ))}
          </div>
        </details>
      </form>
    </search>
  );
}

/** Everybody who ever asked, to look for somebody or for a kind of people. */
export const leadsPage: Route = {
  method: 'GET',
  path: '/leads',
  roles: everyRole,
  async answer(visit) {
    const { desk, words } = visit;
    const { read } = desk.store;
    const texts = words.lists.leads;
    const wanted = wantedOf(visit);
    const after = placeOf(visit);
    const [latest, isExample, people, choices, aside] = await Promise.all([
      latestRequest(read),
      hasExample(read),
      findPeople(read, wanted, listLength + 1, after),
      choicesOf(read),
      setAside(read),
    ]);
    const shown = people.slice(0, listLength);
    const hasMore = people.length > listLength;
    const last = shown.at(-1);
    return page(visit, {
      title: texts.title,
      section: 'leads',
      notice: noticeOf(visit),
      children: (
        <>
          {isExample && <ExampleBanner visit={visit} />}
          {aside.length > 0 && (
            <p class="warning">
              <a href="/set-aside">
                {texts.setAside(Math.min(aside.length, listLength), aside.length > listLength)}
              </a>
            </p>
          )}
          <Filters wanted={wanted} choices={choices} visit={visit} />
          {shown.length === 0 ? (
            <p class="headline">{Object.keys(wanted).length > 0 || after ? texts.none : texts.noneYet}</p>
          ) : (
            <>
              <PeopleList
                title={texts.count(shown.length, hasMore || after !== undefined)}
                people={shown}
                about="stage"
                length={listLength}
                visit={visit}
              />
              <p class="buttons">
                {hasMore && last && (
                  <a href={`/leads${queryOf(wanted, { after: `${last.last_at} ${last.id}` })}`}>
                    {texts.older}
                  </a>
                )}
                <a href={`/leads.csv${queryOf(wanted)}`} download>
                  {texts.csv}
                </a>{' '}
                <span class="quiet">{texts.csvHint}</span>
              </p>
            </>
          )}
          <NewsNotice since={latest} visit={visit} />
        </>
      ),
    });
  },
};
