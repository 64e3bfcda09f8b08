import type { JSX } from 'preact';
import { personKey } from '../../receiving/person-key.ts';
import { Refusal } from '../../refusal.ts';
import type { Account, Role } from '../../store/tables.ts';
import { type AccountWish, changeAccount } from '../../team/change-account.ts';
import { type HandOver, handOver, invite } from '../../team/invite.ts';
import { linkDays } from '../../team/password-link.ts';
import type { Words } from '../../words/words.ts';
import { page } from '../page.tsx';
import type { Route, SignedIn } from '../route.ts';
import { Choice } from './choice.tsx';
import { Line } from './line.tsx';
import { emailLength, nameLength, type Problems, problemsOf } from './problems-of.ts';

const path = '/settings/team';
const roles: readonly Role[] = ['admin'];

const stateOf = ({ disabled_at, password_hash }: Account): keyof Words['team']['people']['states'] => {
  if (disabled_at !== null) return 'disabled';
  return password_hash === null ? 'invited' : 'active';
};

/** What can be done with somebody: each a button, which says to whoever hears it alone whom it is for. */
function Doings({ visit, account }: { visit: SignedIn; account: Account }): JSX.Element {
  const { people, roles: roleNames } = visit.words.team;
  const Press = ({ value }: { value: 'disable' | 'enable' | 'link' }): JSX.Element => (
    <button
      type="submit"
      name="do"
      value={value}
      class={value === 'disable' ? 'danger' : undefined}
      aria-label={people.forWhom(people[value], account.name)}
    >
      {people[value]}
    </button>
  );
  return (
    <form method="post" action={path} class="buttons">
      <input type="hidden" name="account" value={account.id} />
      <Choice
        id={`role-${account.id}`}
        name="role"
        label={people.roleOf(account.name)}
        isLabelHidden
        options={roleNames}
        value={account.role}
      />
      <button
        type="submit"
        name="do"
        value="role"
        aria-label={people.forWhom(people.changeRole, account.name)}
      >
        {people.changeRole}
      </button>
      {account.disabled_at === null && <Press value="link" />}
      <Press value={account.disabled_at === null ? 'disable' : 'enable'} />
    </form>
  );
}

function Team({ visit, accounts }: { visit: SignedIn; accounts: readonly Account[] }): JSX.Element {
  const { people, roles: roleNames } = visit.words.team;
  return (
    <section>
      <h2>{people.who}</h2>
      {accounts.map((account) => (
        <section key={account.id} class="member">
          <h3>
            {account.name}
            {account.id === visit.account.id && ` (${people.you})`}
          </h3>
          <p class="quiet">
            {[account.email, roleNames[account.role], people.states[stateOf(account)]].join(' · ')}
          </p>
          <Doings visit={visit} account={account} />
        </section>
      ))}
    </section>
  );
}

function HandedOver({ visit, made }: { visit: SignedIn; made: HandOver }): JSX.Element {
  const { people } = visit.words.team;
  const { account, link, isMailed } = made;
  return (
    <section>
      <h2>{people.handOver(account.name)}</h2>
      <p>{people.handOverAbout(linkDays)}</p>
      {isMailed && <p>{people.isMailed(account.email)}</p>}
      <div class="field">
        <label for="link">{people.theLink}</label>
        <input id="link" value={link} readOnly />
      </div>
    </section>
  );
}

function Invite({ visit, problems }: { visit: SignedIn; problems: Problems | undefined }): JSX.Element {
  const { people, fields, roles: roleNames } = visit.words.team;
  const field = (name: string): string => (problems ? visit.field(name) : '');
  return (
    <section>
      <h2>{people.invite}</h2>
      <p class="quiet">{people.inviteAbout(linkDays)}</p>
      <form method="post" action={path} class="fields">
        <Line
          name="name"
          label={fields.name}
          maxLength={nameLength}
          autocomplete="off"
          value={field('name')}
          error={problems?.name}
        />
        <Line
          name="email"
          label={fields.email}
          type="email"
          maxLength={emailLength}
          autocomplete="off"
          value={field('email')}
          error={problems?.email}
        />
        <Choice
          id="role"
          name="role"
          label={fields.role}
          options={roleNames}
          value={field('role') || 'sales'}
          error={problems?.role}
        />
        <p class="buttons">
          <button type="submit" name="do" value="invite" class="primary">
            {people.pressInvite}
          </button>
        </p>
      </form>
    </section>
  );
}

interface Shown {
  made?: HandOver;
  problems?: Problems;
  /** Why nothing was done. */
  trouble?: string;
}

async function show(visit: SignedIn, { made, problems, trouble }: Shown = {}): Promise<Response> {
  const { desk, words, c, field } = visit;
  const { people, notSaved } = words.team;
  const accounts = await desk.store.read
    .selectFrom('accounts')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute();
  const { done } = people;
  const name = c.req.method === 'GET' ? field('done') : '';
  const said = Object.hasOwn(done, name) ? { text: done[name as keyof typeof done] } : null;
  const wrong = trouble ?? (problems && notSaved);
  return page(
    visit,
    {
      title: people.title,
      section: 'settings',
      notice: wrong ? { text: wrong, isTrouble: true } : said,
      children: (
        <>
          {made && <HandedOver visit={visit} made={made} />}
          <Team visit={visit} accounts={accounts} />
          <Invite visit={visit} problems={problems} />
        </>
      ),
    },
    wrong ? 422 : 200,
  );
}

async function pressInvite(visit: SignedIn): Promise<Response> {
  const { desk, words, field, language } = visit;
  const problems = problemsOf(['name', 'email', 'role'], field, words);
  if (problems) return show(visit, { problems });
  const invited = {
    name: field('name'),
    email: personKey(field('email')),
    role: field('role') as Role,
    language,
  };
  // The link is shown by the answer itself: an address to go on to would keep it in the browser's history.
  const made = await desk.store.change((change) => invite(change, desk, invited));
  return made ? show(visit, { made }) : show(visit, { problems: { email: words.team.problems.taken } });
}

const chosen = ({ field }: SignedIn): number =>
  /^\d{1,15}$/.test(field('account')) ? Number(field('account')) : 0;

async function pressLink(visit: SignedIn): Promise<Response> {
  const { desk, words } = visit;
  const { refused } = words.team.people;
  const made = await desk.store.change(async (change) => {
    const account = await change
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', chosen(visit))
      .executeTakeFirst();
    if (!account) return 'gone';
    return account.disabled_at === null ? handOver(change, desk, account) : 'disabled';
  });
  return show(visit, typeof made === 'string' ? { trouble: refused[made] } : { made });
}

async function pressChange(visit: SignedIn, to: AccountWish['to']): Promise<Response> {
  const { c, desk, account: by, words, field } = visit;
  const { refused } = words.team.people;
  const outcome = await desk.store.change((change) =>
    changeAccount(change, { account: chosen(visit), by: by.id, to, now: desk.now() }),
  );
  if (outcome.status === 'not-allowed') throw new Refusal('not-allowed');
  if (outcome.status !== 'done') return show(visit, { trouble: refused[outcome.status] });
  const { account } = outcome;
  desk.log({ event: 'account-changed', what: field('do'), account: account.id, by: by.id });
  // Whoever is no longer an admin finds this page closed.
  const isStillMine = account.id !== by.id || (account.role === 'admin' && account.disabled_at === null);
  return c.redirect(isStillMine ? `${path}?done=${field('do')}` : '/', 303);
}

function pressRole(visit: SignedIn): Promise<Response> {
  const problems = problemsOf(['role'], visit.field, visit.words);
  if (problems) return show(visit, { trouble: problems.role! });
  return pressChange(visit, { role: visit.field('role') as Role });
}

/** What the buttons of the page do, by their value. */
const doings: Record<string, (visit: SignedIn) => Promise<Response>> = {
  invite: pressInvite,
  link: pressLink,
  role: pressRole,
  disable: (visit) => pressChange(visit, { disabled: true }),
  enable: (visit) => pressChange(visit, { disabled: false }),
};

export const teamPage: Route = { method: 'GET', path, roles, answer: (visit) => show(visit) };

export const teamPress: Route = {
  method: 'POST',
  path,
  roles,
  answer(visit) {
    const name = visit.field('do');
    const unknown = () => show(visit, { trouble: visit.words.team.people.refused.unknown });
    return Object.hasOwn(doings, name) ? doings[name]!(visit) : unknown();
  },
};
