import type { JSX } from 'preact';
import { senderOf } from '../../receiving/sender-of.ts';
import { giveToken, tokenOf } from '../../team/account-of.ts';
import { homeOf } from '../../team/home-of.ts';
import { deviceTokenOf, rememberDevice } from '../../team/known-device.ts';
import { signIn } from '../../team/sign-in.ts';
import { ownAddress } from '../own-address.ts';
import { page } from '../page.tsx';
import type { OpenVisit, Route } from '../route.ts';
import { Line } from './line.tsx';

function Form({ visit, email }: { visit: OpenVisit; email: string }): JSX.Element {
  const { words, desk, field } = visit;
  const { signIn: texts, fields } = words.team;
  const { demo } = desk.settings;
  return (
    <form method="post" action="/sign-in" class="fields">
      {demo && <p>{texts.demo}</p>}
      <input type="hidden" name="to" value={ownAddress(field('to')) ?? ''} />
      <Line
        name="email"
        label={fields.email}
        type="email"
        autocomplete="username"
        value={email || (demo?.email ?? '')}
      />
      <Line
        name="password"
        label={fields.password}
        type="password"
        autocomplete="current-password"
        value={demo?.password ?? ''}
      />
      <p class="buttons">
        <button type="submit" class="primary">
          {texts.press}
        </button>
      </p>
      <p class="quiet">{texts.forgotten}</p>
    </form>
  );
}

function signInForm(visit: OpenVisit, trouble?: { text: string; status: 422 | 429 }): Response {
  const email = trouble ? visit.field('email') : '';
  return page(
    visit,
    {
      title: visit.words.team.signIn.title,
      notice: trouble && { text: trouble.text, isTrouble: true },
      children: <Form visit={visit} email={email} />,
    },
    trouble?.status ?? 200,
  );
}

export const signInPage: Route = {
  method: 'GET',
  path: '/sign-in',
  open: 'who has not signed in has to be able to',
  answer(visit) {
    const { c, account, field } = visit;
    if (account) return c.redirect(ownAddress(field('to')) ?? homeOf(account), 303);
    return signInForm(visit);
  },
};

export const signInPress: Route = {
  method: 'POST',
  path: '/sign-in',
  open: signInPage.open!,
  async answer(visit) {
    const { c, desk, words, field } = visit;
    const { signIn: texts } = words.team;
    const result = await signIn(desk, {
      email: field('email'),
      password: field('password'),
      sender: senderOf(c, desk.settings.isBehindProxy),
      former: tokenOf(c, desk),
      device: deviceTokenOf(c, desk),
    });
    if (result.status === 'done') {
      desk.log({ event: 'signed-in', account: result.account.id });
      giveToken(c, desk, result.token);
      rememberDevice(c, desk, result.account.email);
      return c.redirect(ownAddress(field('to')) ?? homeOf(result.account), 303);
    }
    desk.log({ event: 'sign-in-refused', why: result.status });
    if (result.status === 'wrong') return signInForm(visit, { text: texts.wrong, status: 422 });
    c.header('Retry-After', String(result.seconds));
    const text = texts.limited(Math.ceil(result.seconds / 60));
    return signInForm(visit, { text, status: 429 });
  },
};
