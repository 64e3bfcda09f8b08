import type { JSX } from 'preact';
import { Refusal } from '../../refusal.ts';
import type { Queries } from '../../store/store.ts';
import type { Import, Stage } from '../../store/tables.ts';
import { page } from '../page.tsx';
import { personName } from '../parts/person-name.ts';
import { Terms } from '../parts/terms.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { formatsOf } from './formats.ts';
import { countTerms } from './preview-page.tsx';

/** The import that an address names. @throws Refusal where there is none */
export async function importOf({ c, desk }: SignedIn): Promise<Import> {
  const id = c.req.param('id') ?? '';
  const found = /^\d{1,15}$/.test(id)
    ? await desk.store.read.selectFrom('imports').selectAll().where('id', '=', Number(id)).executeTakeFirst()
    : undefined;
  if (!found) throw new Refusal('not-found');
  return found;
}

/** As many are named. */
const mostNamed = 50;

/** Whom an import has changed, with the stage that they have come to by it. */
const changedBy = (read: Queries, { at }: Import) =>
  read
    .selectFrom('journal')
    .innerJoin('persons', 'persons.id', 'journal.person_id')
    .select(['persons.id', 'persons.name', 'persons.email', 'journal.after', 'journal.undone_by'])
    .where('journal.kind', '=', 'imported')
    .where('journal.at', '=', at)
    .orderBy('journal.id')
    .limit(mostNamed)
    .execute();

/** Each with a way to their history, where a change can be taken back. */
function Changed({
  of,
  visit,
}: {
  of: Awaited<ReturnType<typeof changedBy>>;
  visit: SignedIn;
}): JSX.Element | null {
  const texts = visit.words.importing;
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{texts.changedPeople}</h2>
      {of.length === mostNamed && <p class="quiet">{texts.firstNamed(mostNamed)}</p>}
      <ul>
        {of.map((person) => {
          const { stage } = JSON.parse(person.after ?? '{}') as { stage?: Stage };
          return (
            <li key={person.id}>
              <a href={`/people/${person.id}`} dir="auto">
                {personName(person)}
              </a>{' '}
              <span class="quiet">
                {stage && visit.words.person.stages[stage]}
                {person.undone_by !== null && ` (${visit.words.person.undone})`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What came of a file, and the rows of it that somebody has to mend. */
export const donePage: Route = {
  method: 'GET',
  path: '/imports/done/:id',
  roles: everyRole,
  async answer(visit) {
    const texts = visit.words.importing;
    const formats = formatsOf(visit);
    const done = await importOf(visit);
    const changed = done.kind === 'outcomes' ? await changedBy(visit.desk.store.read, done) : [];
    return page(visit, {
      title: texts.doneTitle,
      section: 'imports',
      children: (
        <>
          <p class="headline">
            {texts.doneText(done.file || texts.byHand)} {texts.counted(done.total, formats.count(done.total))}
          </p>
          <Terms className="halves counted" of={countTerms(done, done.refused, { visit, formats })} />
          {done.refused > 0 &&
            (done.refused_rows === '' ? (
              <p>{texts.refusedGone}</p>
            ) : (
              <p>
                <a href={`/imports/done/${done.id}/refused.csv`} download>
                  {texts.refusedLink(done.refused, formats.count(done.refused))}
                </a>{' '}
                <span class="quiet">{texts.refusedHint}</span>
              </p>
            ))}
          <p>
            {texts.undoHint[done.kind]}{' '}
            {done.kind === 'spend' && <a href="/imports/costs">{texts.seeCosts}</a>}
          </p>
          <Changed of={changed} visit={visit} />
          <p>
            <a href="/imports">{texts.back}</a>
          </p>
        </>
      ),
    });
  },
};
