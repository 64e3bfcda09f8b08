import { Refusal } from '../../refusal.ts';
import type { Import } from '../../store/tables.ts';
import { page } from '../page.tsx';
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

/** What came of a file, and the rows of it that somebody has to mend. */
export const donePage: Route = {
  method: 'GET',
  path: '/imports/done/:id',
  roles: everyRole,
  async answer(visit) {
    const texts = visit.words.importing;
    const formats = formatsOf(visit);
    const done = await importOf(visit);
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
          <p>
            <a href="/imports">{texts.back}</a>
          </p>
        </>
      ),
    });
  },
};
