import { Refusal } from '../../refusal.ts';
import type { Person } from '../../store/tables.ts';
import { amountTyped } from '../../working/amount-typed.ts';
import { type Changed, changePerson, difference } from '../../working/change-person.ts';
import { type Move, type MoveName, moves } from '../../working/moves.ts';
import { personRecord } from '../../working/person-record.ts';
import { undoChange } from '../../working/undo-change.ts';
import { ownAddress } from '../own-address.ts';
import { everyRole, type Route, type SignedIn } from '../route.ts';
import { noticeOf, toldAt } from './notice-of.ts';
import { isOpenTo, personPage, type Unfinished } from './person.tsx';

const countIn = (text: string | undefined): number => (text && /^\d{1,15}$/.test(text) ? Number(text) : -1);

/** Whom a request is about. @throws Refusal if there is no such person */
async function recordOf({ c, desk }: SignedIn) {
  const record = await personRecord(desk.store.read, countIn(c.req.param('id')));
  if (!record) throw new Refusal('not-found');
  return record;
}

const thePage: Route = {
  method: 'GET',
  path: '/people/:id',
  roles: everyRole,
  answer: async (visit) => personPage(visit, await recordOf(visit), { notice: noticeOf(visit) }),
};

/** Tells on the person's page why something was not done; what was filled in stays. */
async function refused(
  visit: SignedIn,
  move: MoveName | null,
  why: keyof SignedIn['words']['person']['refused'],
) {
  return personPage(visit, await recordOf(visit), {
    status: 409,
    notice: { text: visit.words.person.refused[why], isTrouble: true },
    unfinished: move && { move, problems: {} },
  });
}

/** Of a new stage that is the old one: what is wrong with it. It would be put down as if something had happened. */
const unchanged = (name: MoveName, person: Person, changed: Changed): Unfinished['problems'] | null =>
  name === 'stage' && !difference(person, changed) ? { stage: 'same' } : null;

/** The button of a move. */
const moveRoute = (name: MoveName): Route => {
  const move: Move = moves[name];
  return {
    method: 'POST',
    path: `/people/:id/${name}`,
    roles: move.roles,
    async answer(visit) {
      const { c, desk, account, field, language, words } = visit;
      const record = await recordOf(visit);
      const { person } = record;
      if (!isOpenTo(name, person, visit)) return refused(visit, name, 'does-not-fit');
      const now = desk.now();
      const read = move.read(
        { text: field, amount: (of) => amountTyped(field(of), language) },
        { id: account.id, role: account.role, at: now.toISOString() },
      );
      const problems = read.ok ? unchanged(name, person, read.to(person)) : read.problems;
      if (!read.ok || problems)
        return personPage(visit, record, {
          status: 422,
          notice: { text: words.person.refused.problems, isTrouble: true },
          unfinished: { move: name, problems: problems! },
        });
      const outcome = await desk.store.change((change) =>
        changePerson(change, {
          person: person.id,
          version: countIn(field('version')),
          kind: move.kind,
          text: read.text,
          by: account.id,
          now,
          to: read.to,
        }),
      );
      if (outcome.status !== 'done') return refused(visit, name, outcome.status);
      const back = ownAddress(field('to'))?.split('?')[0] ?? `/people/${person.id}`;
      return c.redirect(toldAt(back, move.kind, person.id, outcome.entry), 303);
    },
  };
};

const undoRoute: Route = {
  method: 'POST',
  path: '/people/:id/undo/:entry',
  roles: everyRole,
  async answer(visit) {
    const { c, desk, account } = visit;
    const { person } = await recordOf(visit);
    const outcome = await desk.store.change((change) =>
      undoChange(change, {
        person: person.id,
        entry: countIn(c.req.param('entry')),
        by: account,
        now: desk.now(),
      }),
    );
    if (outcome.status !== 'done') return refused(visit, null, outcome.status);
    return c.redirect(toldAt(`/people/${person.id}`, 'undo', person.id, outcome.entry), 303);
  },
};

/** A person's page and every button on it. */
export const personRoutes: readonly Route[] = [
  thePage,
  ...(Object.keys(moves) as MoveName[]).map(moveRoute),
  undoRoute,
];
