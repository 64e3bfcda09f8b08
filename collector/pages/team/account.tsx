import type { JSX } from 'preact';
import { senderOf } from '../../receiving/sender-of.ts';
import { tokenHash } from '../../store/token.ts';
import { giveToken, tokenOf } from '../../team/account-of.ts';
import { changePassword } from '../../team/change-password.ts';
import { passwordLength } from '../../team/password.ts';
import { closeSessions, sessionsOf } from '../../team/session.ts';
import { isLanguage, languageNames } from '../../words/words.ts';
import { page } from '../page.tsx';
import { Moment } from '../parts/moment.tsx';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { Choice } from './choice.tsx';
import { Line } from './line.tsx';
import { nameLength, type Problems, problemsOf } from './problems-of.ts';

const path = '/account';

interface Shown {
  visit: SignedIn;
  problems: Problems;
}

function Details({ visit, problems }: Shown): JSX.Element {
  const { words, account, c, field } = visit;
  const { account: texts, fields } = words.team;
  const isAgain = c.req.method === 'POST' && field('do') === 'details';
  const language = isAgain ? field('language') : account.language || visit.language;
  return (
    <section>
      <h2>{texts.details}</h2>
      <form method="post" action={path} class="fields">
        <Line
          name="name"
          label={fields.name}
          autocomplete="name"
          maxLength={nameLength}
          value={isAgain ? field('name') : account.name}
          error={problems.name}
        />
        <Choice
          id="language"
          name="language"
          label={fields.language}
          options={languageNames}
          value={language}
          error={problems.language}
        />
        <div class="field is-box">
          <input
            type="checkbox"
            id="alerts"
            name="alerts"
            value="yes"
            checked={isAgain ? field('alerts') === 'yes' : account.alerts === 1}
          />
          <label for="alerts">{fields.alerts}</label>
        </div>
        <p class="buttons">
          <button type="submit" name="do" value="details">
            {texts.saveDetails}
          </button>
        </p>
      </form>
    </section>
  );
}

function Password({ visit, problems }: Shown): JSX.Element {
  const { account: texts, fields, hints } = visit.words.team;
  return (
    <section>
      <h2>{texts.password}</h2>
      <form method="post" action={path} class="fields">
        <input type="hidden" name="username" autocomplete="username" value={visit.account.email} />
        <Line
          name="oldPassword"
          label={fields.oldPassword}
          type="password"
          autocomplete="current-password"
          error={problems.oldPassword}
        />
        <Line
          name="newPassword"
          label={fields.newPassword}
          type="password"
          autocomplete="new-password"
          minLength={passwordLength.least}
          maxLength={passwordLength.most}
          hint={hints.password(passwordLength.least)}
          error={problems.newPassword}
        />
        <p class="hint">{texts.passwordAbout}</p>
        <p class="buttons">
          <button type="submit" name="do" value="password">
            {texts.changePassword}
          </button>
        </p>
      </form>
    </section>
  );
}

interface SessionsProps {
  visit: SignedIn;
  sessions: Awaited<ReturnType<typeof sessionsOf>>;
}

function Sessions({ visit, sessions }: SessionsProps): JSX.Element {
  const { words, language, c, desk } = visit;
  const { account: texts } = words.team;
  const here = tokenHash(tokenOf(c, desk) ?? '');
  return (
    <section>
      <h2>{texts.sessions}</h2>
      <div class="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.sessionColumns.begun}</th>
              <th scope="col">{texts.sessionColumns.used}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.tokenHash}>
                <td>
                  <Moment at={session.begun} language={language} />
                  {session.tokenHash === here && ` (${texts.thisOne})`}
                </td>
                <td>
                  <Moment at={session.used} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form method="post" action={path} class="buttons">
        <button type="submit" name="do" value="everywhere">
          {texts.everywhere}
        </button>
      </form>
    </section>
  );
}

interface Trouble {
  problems?: Problems;
  text: string;
  status: 422 | 429;
}

async function show(visit: SignedIn, trouble?: Trouble): Promise<Response> {
  const { desk, account, words, c, field } = visit;
  const { account: texts } = words.team;
  const sessions = await sessionsOf(desk.store.read, account.id, desk.now());
  const { done } = texts;
  const name = c.req.method === 'GET' ? field('done') : '';
  const said = Object.hasOwn(done, name) ? { text: done[name as keyof typeof done] } : null;
  const problems = trouble?.problems ?? {};
  return page(
    visit,
    {
      title: texts.title,
      section: 'settings',
      notice: trouble ? { text: trouble.text, isTrouble: true } : said,
      children: (
        <>
          <p class="quiet">{`${account.email}, ${words.team.roles[account.role]}`}</p>
          <Details visit={visit} problems={problems} />
          <Password visit={visit} problems={problems} />
          <Sessions visit={visit} sessions={sessions} />
        </>
      ),
    },
    trouble?.status ?? 200,
  );
}

const withProblems = (visit: SignedIn, problems: Problems): Promise<Response> =>
  show(visit, { problems, text: visit.words.team.notSaved, status: 422 });

async function saveDetails(visit: SignedIn): Promise<Response> {
  const { c, desk, account, words, field } = visit;
  const language = field('language');
  const problems = problemsOf(['name', 'language'], field, words);
  if (problems || !isLanguage(language)) return withProblems(visit, problems ?? {});
  await desk.store.change((change) =>
    change
      .updateTable('accounts')
      .set({ name: field('name'), language, alerts: field('alerts') === 'yes' ? 1 : 0 })
      .where('id', '=', account.id)
      .execute(),
  );
  return c.redirect(`${path}?done=details`, 303);
}

async function savePassword(visit: SignedIn): Promise<Response> {
  const { c, desk, account, words, field } = visit;
  const problems = problemsOf(['newPassword'], field, words);
  if (problems) return withProblems(visit, problems);
  const result = await changePassword(desk, account, {
    old: field('oldPassword'),
    wanted: field('newPassword'),
    sender: senderOf(c, desk.settings.isBehindProxy),
    session: tokenOf(c, desk) ?? '',
  });
  const { problems: texts, signIn } = words.team;
  if (result.status === 'wrong') return withProblems(visit, { oldPassword: texts.oldPassword });
  if (result.status === 'limited') {
    c.header('Retry-After', String(result.seconds));
    return show(visit, { text: signIn.limited(Math.ceil(result.seconds / 60)), status: 429 });
  }
  return c.redirect(`${path}?done=password`, 303);
}

async function signOutEverywhere({ c, desk, account }: SignedIn): Promise<Response> {
  await desk.store.change((change) => closeSessions(change, account.id));
  giveToken(c, desk, null);
  return c.redirect('/sign-in', 303);
}

/** What the buttons of the page do, by their value. */
const doings: Record<string, (visit: SignedIn) => Promise<Response>> = {
  details: saveDetails,
  password: savePassword,
  everywhere: signOutEverywhere,
};

export const accountPage: Route = { method: 'GET', path, roles: everyRole, answer: (visit) => show(visit) };

export const accountPress: Route = {
  method: 'POST',
  path,
  roles: everyRole,
  answer(visit) {
    const name = visit.field('do');
    const unknown = () => show(visit, { text: visit.words.team.people.refused.unknown, status: 422 });
    return Object.hasOwn(doings, name) ? doings[name]!(visit) : unknown();
  },
};
