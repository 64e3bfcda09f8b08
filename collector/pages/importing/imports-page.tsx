import type { JSX } from 'preact';
import { importRoles } from '../../importing/import-fields.ts';
import type { FileProblem } from '../../importing/sheet-of.ts';
import type { Queries } from '../../store/store.ts';
import { type ImportKind, importKinds } from '../../store/tables.ts';
import { choicesOf } from '../../working/find-people.ts';
import { type Notice, page } from '../page.tsx';
import { Field } from '../parts/field.tsx';
import { Moment } from '../parts/moment.tsx';
import type { SignedIn } from '../route.ts';
import { CostForm, type CostProblems } from './cost-form.tsx';
import { formatsOf } from './formats.ts';

/** What went wrong on the page, and what is told on it. */
export interface ImportsState {
  /** With a file that was brought. */
  file?: { kind: ImportKind; problem: FileProblem | 'missing' | 'too-large' };
  cost?: CostProblems;
  /** The file that was asked for is not there any more. */
  gone?: boolean;
}

/** Imports and files that are listed. */
const most = 50;

export const mayImport = ({ account }: SignedIn, kind: ImportKind): boolean =>
  (importRoles[kind] as readonly string[]).includes(account.role);

const pastOf = (read: Queries) =>
  read
    .selectFrom('imports')
    .leftJoin('accounts', 'accounts.id', 'imports.account_id')
    .select(['imports.id', 'imports.at', 'imports.kind', 'imports.file'])
    .select(['total', 'added', 'changed', 'same', 'newer', 'refused', 'accounts.name as by'])
    .orderBy('imports.id', 'desc')
    .limit(most)
    .execute();

const waitingOf = (read: Queries) =>
  read.selectFrom('uploads').select(['id', 'at', 'kind', 'file']).orderBy('id', 'desc').limit(most).execute();

function FileForm({
  visit,
  kind,
  state,
}: {
  visit: SignedIn;
  kind: ImportKind;
  state: ImportsState;
}): JSX.Element {
  const texts = visit.words.importing;
  const problem = state.file?.kind === kind ? state.file.problem : undefined;
  return (
    <form method="post" action={`/imports/${kind}`} enctype="multipart/form-data" class="card">
      <h2>{texts.kinds[kind]}</h2>
      <p>{texts.kindHints[kind]}</p>
      <Field
        name="file"
        id={`file-${kind}`}
        label={texts.file}
        hint={texts.fileHint}
        error={problem && texts.fileProblems[problem]}
      >
        {(ties) => <input {...ties} type="file" accept=".csv,.tsv,.txt,text/csv" required />}
      </Field>
      <p class="buttons">
        <button type="submit" class="primary">
          {texts.look[kind]}
        </button>
      </p>
    </form>
  );
}

function Past({ past, visit }: { past: Awaited<ReturnType<typeof pastOf>>; visit: SignedIn }): JSX.Element {
  const texts = visit.words.importing;
  const formats = formatsOf(visit);
  const figures = ['total', 'added', 'changed', 'same', 'newer', 'refused'] as const;
  return (
    <section class="scrolls" aria-labelledby="past" tabindex={0}>
      <table class="cells figures">
        <caption id="past">{texts.past}</caption>
        <thead>
          <tr>
            {(['at', 'by', 'what', 'file', ...figures] as const).map((name) => (
              <th scope="col" key={name}>
                {texts.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Moment at={each.at} language={visit.language} />
              </th>
              <td dir="auto">{each.by ?? texts.somebody}</td>
              <td>{texts.kinds[each.kind]}</td>
              <td dir="auto">
                {each.file ? <a href={`/imports/done/${each.id}`}>{each.file}</a> : texts.byHand}
              </td>
              {figures.map((name) => (
                <td key={name} class="figure">
                  {formats.count(each[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function noticeOf({ words, field }: SignedIn, state: ImportsState): Notice | null {
  const texts = words.importing;
  if (state.gone) return { text: texts.gone, isTrouble: true };
  if (state.file) return { text: texts.notUploaded, isTrouble: true };
  if (state.cost) return { text: texts.costNotSaved, isTrouble: true };
  const done = field('done');
  return Object.hasOwn(texts.costSaved, done) ? { text: texts.costSaved[done as 'added'] } : null;
}

/** What was brought in, and the forms that bring more. */
export async function importsPage(visit: SignedIn, state: ImportsState = {}): Promise<Response> {
  const { desk, words } = visit;
  const texts = words.importing;
  const [past, waiting, { campaigns }] = await Promise.all([
    pastOf(desk.store.read),
    waitingOf(desk.store.read),
    choicesOf(desk.store.read),
  ]);
  const open = waiting.filter(({ kind }) => mayImport(visit, kind));
  const isWrong = state.file !== undefined || state.cost !== undefined;
  return page(
    visit,
    {
      title: texts.title,
      section: 'imports',
      notice: noticeOf(visit, state),
      children: (
        <>
          <p>{texts.intro}</p>
          {open.length > 0 && (
            <section>
              <h2>{texts.waiting}</h2>
              <ul>
                {open.map(({ id, kind, file, at }) => (
                  <li key={id}>
                    <a href={`/imports/${kind}/${id}`} dir="auto">
                      {file}
                    </a>{' '}
                    <span class="quiet">
                      {texts.kinds[kind]} · <Moment at={at} language={visit.language} />
                    </span>
                    <form method="post" action={`/imports/${kind}/${id}`}>
                      <button
                        type="submit"
                        name="do"
                        value="discard"
                        class="plain"
                        aria-label={`${texts.discard}: ${file}`}
                      >
                        {texts.discard}
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
              <p class="quiet">{texts.waitingHint}</p>
            </section>
          )}
          <div class="bring">
            {importKinds
              .filter((kind) => mayImport(visit, kind))
              .map((kind) => (
                <FileForm key={kind} visit={visit} kind={kind} state={state} />
              ))}
            {mayImport(visit, 'spend') && (
              <CostForm visit={visit} campaigns={campaigns} problems={state.cost ?? {}} />
            )}
          </div>
          <p>
            <a href="/imports/costs">{texts.seeCosts}</a>
          </p>
          {past.length === 0 ? <p class="quiet">{texts.none}</p> : <Past past={past} visit={visit} />}
        </>
      ),
    },
    state.gone ? 404 : isWrong ? 422 : 200,
  );
}
