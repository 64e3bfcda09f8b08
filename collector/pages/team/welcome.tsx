import type { JSX } from 'preact';
import { personKey } from '../../receiving/person-key.ts';
import type { Account } from '../../store/tables.ts';
import { giveToken, tokenOf } from '../../team/account-of.ts';
import { forgiveTry } from '../../team/attempts.ts';
import { homeOf } from '../../team/home-of.ts';
import { rememberDevice } from '../../team/known-device.ts';
import { hashPassword, passwordLength } from '../../team/password.ts';
import { linkedAccount, usePasswordLink } from '../../team/password-link.ts';
import { closeSession, openSession } from '../../team/session.ts';
import { page } from '../page.tsx';
import type { OpenVisit, Route } from '../route.ts';
import { Line } from './line.tsx';
import { emailLength, nameLength, type Problems, problemsOf } from './problems-of.ts';

const path = '/welcome/:token';
const open = 'whoever has the link chooses their first password with it';
const tokenIn = ({ c }: OpenVisit): string => c.req.param('token') ?? '';

function FirstAdmin({ visit, problems }: { visit: OpenVisit; problems: Problems | null }): JSX.Element {
  const { fields } = visit.words.team;
  return (
    <>
      <Line
        name="name"
        label={fields.name}
        autocomplete="name"
        maxLength={nameLength}
        value={visit.field('name')}
        error={problems?.name}
      />
      <Line
        name="email"
        label={fields.email}
        type="email"
        autocomplete="username"
        maxLength={emailLength}
        value={visit.field('email')}
        error={problems?.email}
      />
    </>
  );
}

function formPage(
  visit: OpenVisit,
  whose: Account | 'first-admin',
  problems: Problems | null = null,
): Response {
  const { words } = visit;
  const { welcome, fields, hints } = words.team;
  const isFirst = whose === 'first-admin';
  return page(
    visit,
    {
      title: isFirst ? welcome.first : welcome.title,
      notice: problems && { text: words.team.notSaved, isTrouble: true },
      children: (
        <>
          <p>{isFirst ? welcome.firstAbout : welcome.about(whose.name, whose.email)}</p>
          <form method="post" class="fields">
            {isFirst ? (
              <FirstAdmin visit={visit} problems={problems} />
            ) : (
              // For the browser's own keeper of passwords.
              <input type="hidden" name="username" autocomplete="username" value={whose.email} />
            )}
            <Line
              name="password"
              label={fields.password}
              type="password"
              autocomplete="new-password"
              minLength={passwordLength.least}
              maxLength={passwordLength.most}
              hint={hints.password(passwordLength.least)}
              error={problems?.password}
            />
            <p class="buttons">
              <button type="submit" class="primary">
                {welcome.press}
              </button>
            </p>
          </form>
        </>
      ),
    },
    problems ? 422 : 200,
  );
}

const voidPage = (visit: OpenVisit): Response =>
  page(
    visit,
    {
      title: visit.words.team.welcome.voidTitle,
      children: (
        <>
          <p>{visit.words.team.welcome.voidAbout}</p>
          <p>
            <a href="/sign-in">{visit.words.team.signInLink}</a>
          </p>
        </>
      ),
    },
    404,
  );

export const welcomePage: Route = {
  method: 'GET',
  path,
  open,
  async answer(visit) {
    const { store, now } = visit.desk;
    const whose = await linkedAccount(store.read, tokenIn(visit), now());
    return whose ? formPage(visit, whose) : voidPage(visit);
  },
};

export const welcomePress: Route = {
  method: 'POST',
  path,
  open,
  async answer(visit) {
    const { c, desk, words, language, field } = visit;
    const { store, now } = desk;
    const token = tokenIn(visit);
    // Looked at before a password is hashed, which costs a quarter of a second.
    const whose = await linkedAccount(store.read, token, now());
    if (!whose) return voidPage(visit);
    const asked =
      whose === 'first-admin' ? (['name', 'email', 'password'] as const) : (['password'] as const);
    const problems = problemsOf(asked, field, words);
    if (problems) return formPage(visit, whose, problems);

    const passwordHash = await hashPassword(field('password'), desk.passwordCost);
    const chosen = { passwordHash, name: field('name'), email: personKey(field('email')), language };
    const former = tokenOf(c, desk);
    const opened = await store.change(async (change) => {
      const account = await usePasswordLink(change, token, chosen, now());
      if (!account) return null;
      if (former) await closeSession(change, former);
      return { account, token: await openSession(change, account.id, now()) };
    });
    if (!opened) return voidPage(visit);
    await forgiveTry(desk, { what: 'address', who: opened.account.email });
    desk.log({ event: 'password-chosen', account: opened.account.id });
    giveToken(c, desk, opened.token);
    rememberDevice(c, desk, opened.account.email);
    return c.redirect(homeOf(opened.account), 303);
  },
};
