import { describe, expect, it } from 'vitest';
import type { Store } from '../../../collector/store/store.ts';
import type { Envelope } from '../../../src/schema.ts';
import { type Caller, collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

const noon = new Date('2026-11-27T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const keep = (store: Store, envelope: Envelope, now = noon) => keepRequest(store, envelope, now);

const personOf = (store: Store, email: string) =>
  store.read.selectFrom('persons').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
const journalOf = (store: Store, person: number) =>
  store.read.selectFrom('journal').selectAll().where('person_id', '=', person).orderBy('id').execute();

/** Presses a button of a person's page as it stands now. */
async function press(
  caller: Caller,
  store: Store,
  email: string,
  move: string,
  fields: Record<string, string> = {},
) {
  const { id, version } = await personOf(store, email);
  return caller.post(`/people/${id}/${move}`, { version: String(version), ...fields });
}
/** Presses "Take it back" beside the last thing that was done. */
async function undo(caller: Caller, store: Store, email: string) {
  const { id } = await personOf(store, email);
  const last = (await journalOf(store, id)).findLast(
    ({ kind, undone_by }) => kind !== 'undo' && undone_by === null,
  );
  return caller.post(`/people/${id}/undo/${last?.id}`);
}

describe('working a lead', () => {
  onEachStore((open) => {
    it('hands a hot request to sales and a warm one to marketing, who both wait', async () => {
      const store = await open();
      await keep(store, requestOf('hot@a.example', 'hot'));
      await keep(store, requestOf('warm@a.example', 'warm'));
      expect(await personOf(store, 'hot@a.example')).toMatchObject({
        team: 'sales',
        stage: 'mql',
        temperature: 'hot',
        waiting_since: noon.toISOString(),
      });
      expect(await personOf(store, 'warm@a.example')).toMatchObject({
        team: 'marketing',
        stage: 'mql',
        temperature: 'warm',
        waiting_since: noon.toISOString(),
      });
    });

    it('is taken over, answered and won with its revenue, and says who did it', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(90));
      await keep(store, requestOf('ada@a.example', 'hot'));
      const sales = await as('sales');
      for (const [move, fields] of [
        ['take-over', {}],
        ['answered', { note: 'Called her' }],
        ['stage', { stage: 'opportunity' }],
        ['stage', { stage: 'customer', revenue: '12,500.50' }],
      ] as const)
        expect((await press(sales, store, 'ada@a.example', move, fields)).status, move).toBe(303);
      const person = await personOf(store, 'ada@a.example');
      expect(person).toMatchObject({
        owner_id: sales.account,
        stage: 'customer',
        revenue: 12_500.5,
        answered_at: later(90).toISOString(),
        waiting_since: null,
        closed_at: later(90).toISOString(),
      });
      const journal = await journalOf(store, person.id);
      expect(journal.map(({ kind, text, account_id }) => [kind, text, account_id])).toEqual([
        ['owner', '', sales.account],
        ['answered', 'Called her', sales.account],
        ['stage', '', sales.account],
        ['stage', '', sales.account],
      ]);
    });

    it('goes back to marketing with the reason, and comes to sales again with the next hot request', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(5));
      await keep(store, requestOf('bob@a.example', 'hot'));
      const sales = await as('sales');
      await press(sales, store, 'bob@a.example', 'stage', { stage: 'sql' });
      await press(sales, store, 'bob@a.example', 'give-back', { reason: 'A student' });
      expect(await personOf(store, 'bob@a.example')).toMatchObject({
        team: 'marketing',
        stage: 'mql',
        given_back: 'A student',
        given_back_at: later(5).toISOString(),
        owner_id: null,
      });
      await keep(store, requestOf('bob@a.example', 'hot'), later(60));
      expect(await personOf(store, 'bob@a.example')).toMatchObject({
        team: 'sales',
        given_back: '',
        given_back_at: null,
      });
    });

    it('takes nobody from sales for a later, colder request, and keeps the first wait', async () => {
      const store = await open();
      await keep(store, requestOf('ada@a.example', 'hot'));
      await keep(store, requestOf('ada@a.example', 'cold'), later(30));
      expect(await personOf(store, 'ada@a.example')).toMatchObject({
        team: 'sales',
        temperature: 'hot',
        waiting_since: noon.toISOString(),
        requests: 2,
        last_at: later(30).toISOString(),
      });
    });

    it('ends on the day of the end that holds: who was lost and is won after all was won then', async () => {
      const store = await open();
      let now = noon;
      const { as } = await collectorOn(store, {}, () => now);
      const sales = await as('sales');
      await keep(store, requestOf('eva@a.example', 'hot'));
      await press(sales, store, 'eva@a.example', 'stage', { stage: 'lost', reason: 'Too dear' });
      now = later(600);
      await press(sales, store, 'eva@a.example', 'stage', { stage: 'customer', revenue: '900' });
      const won = await personOf(store, 'eva@a.example');
      expect([won.closed_at, won.customer_at]).toEqual([now.toISOString(), now.toISOString()]);
      // A revenue that is put right later changes no day.
      now = later(1_200);
      await press(sales, store, 'eva@a.example', 'stage', { stage: 'customer', revenue: '950' });
      expect(await personOf(store, 'eva@a.example')).toMatchObject({
        closed_at: won.closed_at,
        revenue: 950,
      });
    });

    it('opens somebody again who was lost and asks again', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(5));
      await keep(store, requestOf('ada@a.example', 'hot'));
      await press(await as('sales'), store, 'ada@a.example', 'stage', {
        stage: 'lost',
        reason: 'Too expensive',
      });
      await keep(store, requestOf('ada@a.example', 'warm'), later(60));
      expect(await personOf(store, 'ada@a.example')).toMatchObject({
        stage: 'mql',
        team: 'marketing',
        lost_reason: '',
        closed_at: null,
        waiting_since: later(60).toISOString(),
      });
    });

    it('lets the second of two who press at once know, and loses nothing they wrote', async () => {
      const store = await open();
      const { as } = await collectorOn(store);
      await keep(store, requestOf('ada@a.example', 'hot'));
      const { id, version } = await personOf(store, 'ada@a.example');
      const callers = [await as('sales'), await as('admin')];
      const answers = await Promise.all(
        callers.map((caller, at) =>
          caller.post(`/people/${id}/note`, { version: String(version), note: `Note <b>${at}</b>` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      const late = answers.find(({ status }) => status === 409)!;
      const page = await late.text();
      expect(page).toContain('Somebody else has changed this person');
      expect(page).toMatch(/Note &lt;b>[01]&lt;\/b>/);
      expect(await journalOf(store, id)).toHaveLength(1);
    });

    it('names the field that is wrong, and keeps what was filled in', async () => {
      const store = await open();
      const { as } = await collectorOn(store);
      await keep(store, requestOf('ada@a.example', 'hot'));
      const sales = await as('sales');
      const cases = [
        ['stage', { stage: 'customer', revenue: 'much "more"' }, 'stage-revenue', 'much &quot;more&quot;'],
        ['stage', { stage: 'lost', reason: '' }, 'stage-reason', 'value="lost" selected'],
        ['stage', { stage: 'emperor' }, 'stage-stage', ''],
        ['next-step', { step: 'Call', day: '2026-02-30' }, 'next-step-day', 'value="Call"'],
        ['give-back', { reason: ' ' }, 'give-back-reason', ''],
        ['note', { note: '' }, 'note-note', ''],
      ] as const;
      for (const [move, fields, id, kept] of cases) {
        const answer = await press(sales, store, 'ada@a.example', move, fields);
        const page = await answer.text();
        expect(answer.status, move).toBe(422);
        expect(page, move).toContain(`id="${id}-error"`);
        expect(page, move).toContain(`aria-invalid="true"`);
        expect(page, move).toContain(kept);
      }
      expect(await journalOf(store, (await personOf(store, 'ada@a.example')).id)).toEqual([]);
    });

    it('asks where an amount may be read in two ways, a stage is none that is new, or a day has nothing to do', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      await keep(store, requestOf('ada@a.example', 'hot'));
      const sales = await as('sales');
      const ada = 'ada@a.example';
      for (const [move, fields, said] of [
        ['stage', { stage: 'customer', revenue: '1.234' }, 'One thousand, or one?'],
        ['stage', { stage: 'customer', revenue: '1e6' }, 'Enter an amount'],
        ['stage', { stage: 'mql' }, 'That is how it stands already.'],
        ['next-step', { step: '', day: '2026-12-01' }, 'Write what is to be done on that day.'],
      ] as const) {
        const answer = await press(sales, store, ada, move, fields);
        expect(answer.status).toBe(422);
        expect(await answer.text()).toContain(said);
      }
      expect(await journalOf(store, (await personOf(store, ada)).id)).toEqual([]);
      await press(sales, store, ada, 'stage', { stage: 'customer', revenue: '1,234' });
      expect((await personOf(store, ada)).revenue).toBe(1234);
      const { id } = await personOf(store, ada);
      expect(await (await sales.get(`/people/${id}`)).text()).toContain('€1,234.00');
    });

    it('leaves to sales what is sales’', async () => {
      const store = await open();
      const { as } = await collectorOn(store);
      await keep(store, requestOf('ada@a.example', 'hot'));
      const [marketing, sales] = [await as('marketing'), await as('sales')];
      const { id } = await personOf(store, 'ada@a.example');
      for (const path of [`/people/${id}`, '/sales'])
        expect(await (await marketing.get(path)).text()).not.toMatch(
          /<option value="(sql|opportunity|customer)"|\/take-over"/,
        );
      expect((await press(marketing, store, 'ada@a.example', 'stage', { stage: 'sql' })).status).toBe(422);
      expect((await press(marketing, store, 'ada@a.example', 'take-over')).status).toBe(409);
      expect((await press(marketing, store, 'ada@a.example', 'give-back', { reason: 'x' })).status).toBe(403);
      expect((await press(sales, store, 'ada@a.example', 'hand-over', { reason: 'x' })).status).toBe(403);
      await press(sales, store, 'ada@a.example', 'stage', { stage: 'opportunity' });
      expect((await press(marketing, store, 'ada@a.example', 'stage', { stage: 'mql' })).status).toBe(409);
      expect(await personOf(store, 'ada@a.example')).toMatchObject({ stage: 'opportunity' });
    });

    it('takes a change back once, and not when more came after it', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(5));
      await keep(store, requestOf('ada@a.example', 'hot'));
      const before = await personOf(store, 'ada@a.example');
      const [sales, other, admin] = [await as('sales'), await as('sales'), await as('admin')];
      await press(sales, store, 'ada@a.example', 'stage', { stage: 'customer', revenue: '100' });
      expect((await undo(other, store, 'ada@a.example')).status).toBe(409);
      expect((await undo(sales, store, 'ada@a.example')).status).toBe(303);
      expect(await personOf(store, 'ada@a.example')).toEqual({ ...before, version: expect.any(Number) });
      const [won] = await journalOf(store, before.id);
      expect((await sales.post(`/people/${before.id}/undo/${won!.id}`)).status).toBe(409);

      await press(sales, store, 'ada@a.example', 'stage', { stage: 'sql' });
      const sql = (await journalOf(store, before.id)).at(-1)!;
      await press(sales, store, 'ada@a.example', 'stage', { stage: 'opportunity' });
      expect((await sales.post(`/people/${before.id}/undo/${sql.id}`)).status).toBe(409);
      expect((await undo(admin, store, 'ada@a.example')).status).toBe(303);
      expect(await personOf(store, 'ada@a.example')).toMatchObject({ stage: 'sql' });
    });

    it('takes the words of a note away with it', async () => {
      const store = await open();
      const { as } = await collectorOn(store);
      await keep(store, requestOf('ada@a.example', 'hot'));
      const sales = await as('sales');
      await press(sales, store, 'ada@a.example', 'note', { note: 'About somebody else' });
      await undo(sales, store, 'ada@a.example');
      const { id } = await personOf(store, 'ada@a.example');
      expect((await journalOf(store, id)).map(({ text }) => text)).toEqual(['', '']);
    });

    it('does not take back what a request has changed since', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(5));
      await keep(store, requestOf('ada@a.example', 'hot'));
      const sales = await as('sales');
      await press(sales, store, 'ada@a.example', 'answered');
      await keep(store, requestOf('ada@a.example', 'hot'), later(60));
      expect((await undo(sales, store, 'ada@a.example')).status).toBe(409);
      expect(await personOf(store, 'ada@a.example')).toMatchObject({
        waiting_since: later(60).toISOString(),
      });
    });

    it('does not take back what something was built upon, though its values are the same', async () => {
      const store = await open();
      let minute = 1;
      const { as } = await collectorOn(store, {}, () => later(minute));
      const [marketing, sales] = [await as('marketing'), await as('sales')];
      const undoFirst = async (caller: Caller, email: string, kind: string) => {
        const { id } = await personOf(store, email);
        const entry = (await journalOf(store, id)).find((each) => each.kind === kind);
        return (await caller.post(`/people/${id}/undo/${entry!.id}`)).status;
      };
      // A hot request found them with sales, where they waited already.
      await keep(store, requestOf('hot@a.example', 'warm'));
      await press(marketing, store, 'hot@a.example', 'answered');
      await press(marketing, store, 'hot@a.example', 'hand-over', { reason: 'They want to buy' });
      await keep(store, requestOf('hot@a.example', 'hot'), later(10));
      expect(await undoFirst(marketing, 'hot@a.example', 'handed-over')).toBe(409);
      expect((await personOf(store, 'hot@a.example')).team).toBe('sales');
      // Sales has gone on with them.
      await keep(store, requestOf('deal@a.example', 'warm'));
      await press(marketing, store, 'deal@a.example', 'hand-over', { reason: 'They want to buy' });
      await press(sales, store, 'deal@a.example', 'stage', { stage: 'opportunity' });
      expect(await undoFirst(marketing, 'deal@a.example', 'handed-over')).toBe(409);
      await undo(sales, store, 'deal@a.example');
      expect(await undoFirst(marketing, 'deal@a.example', 'handed-over')).toBe(303);
      expect((await personOf(store, 'deal@a.example')).team).toBe('marketing');
      // A second answer stands where the first one did.
      await keep(store, requestOf('twice@a.example', 'warm'));
      await press(marketing, store, 'twice@a.example', 'answered');
      await keep(store, requestOf('twice@a.example', 'warm'), later(20));
      minute = 30;
      await press(marketing, store, 'twice@a.example', 'answered');
      expect(await undoFirst(marketing, 'twice@a.example', 'answered')).toBe(409);
      expect((await personOf(store, 'twice@a.example')).waiting_since).toBeNull();
    });

    it('is worked again once marketing hands over whom sales had lost', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(1));
      const [marketing, sales] = [await as('marketing'), await as('sales')];
      await keep(store, requestOf('ada@a.example', 'hot'));
      await press(sales, store, 'ada@a.example', 'stage', { stage: 'lost', reason: 'Next year' });
      await press(sales, store, 'ada@a.example', 'give-back', { reason: 'Next year' });
      await press(marketing, store, 'ada@a.example', 'hand-over', { reason: 'It is next year' });
      await press(sales, store, 'ada@a.example', 'answered');
      expect(await personOf(store, 'ada@a.example')).toMatchObject({
        stage: 'mql',
        closed_at: null,
        lost_reason: '',
        lost_at: null,
      });
      expect(await (await sales.get('/sales')).text()).toContain('ada@a.example');
    });

    it('does not take an entry of another person back', async () => {
      const store = await open();
      const { as } = await collectorOn(store);
      await keep(store, requestOf('ada@a.example', 'hot'));
      await keep(store, requestOf('bob@a.example', 'hot'));
      const sales = await as('sales');
      await press(sales, store, 'ada@a.example', 'answered');
      const ada = await personOf(store, 'ada@a.example');
      const bob = await personOf(store, 'bob@a.example');
      const [entry] = await journalOf(store, ada.id);
      expect((await sales.post(`/people/${bob.id}/undo/${entry!.id}`)).status).toBe(409);
      expect(await personOf(store, 'bob@a.example')).toEqual(bob);
    });

    it('keeps what may come from a program from everybody’s list until somebody has looked', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(10));
      const spam = { signals: ['trap-filled' as const], quarantine: true };
      await keep(store, requestOf('odd@a.example', 'hot', { spam }));
      expect(await personOf(store, 'odd@a.example')).toMatchObject({ team: null, waiting_since: null });
      const sales = await as('sales');
      expect(await (await sales.get('/sales')).text()).not.toContain('odd@a.example');
      expect(await (await sales.get('/set-aside')).text()).toContain(
        'a field was filled in that people do not see',
      );

      const [{ sequence }] = (await store.read.selectFrom('requests').select('sequence').execute()) as [
        { sequence: number },
      ];
      const answers = await Promise.all([1, 2].map(() => sales.post(`/set-aside/${sequence}/release`)));
      expect(answers.map(({ headers }) => headers.get('location')).sort()).toEqual([
        '/set-aside?done=gone',
        '/set-aside?done=released',
      ]);
      expect(await personOf(store, 'odd@a.example')).toMatchObject({
        team: 'sales',
        waiting_since: later(10).toISOString(),
        requests: 1,
      });
      expect(await (await sales.get('/sales')).text()).toContain('odd@a.example');
      expect(await (await sales.get('/leads?words=odd')).text()).toContain('odd@a.example');
    });

    it('finds somebody by what a request said that was taken in', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => later(10));
      await keep(store, requestOf('ada@a.example', 'warm'));
      const spam = { signals: ['too-fast' as const], quarantine: true };
      const profile = { email: 'ada@a.example', name: 'Zebedea Quarta', company: 'Sesta srl' };
      await keep(store, requestOf('ada@a.example', 'hot', { profile, spam }));
      const sales = await as('sales');
      const [request] = await store.read
        .selectFrom('requests')
        .select('sequence')
        .where('quarantine', '=', 1)
        .execute();
      await sales.post(`/set-aside/${request!.sequence}/release`);
      for (const words of ['zebedea', 'sesta', 'ada'])
        expect(await (await sales.get(`/leads?words=${words}`)).text(), words).toContain('Zebedea Quarta');
    });

    it('lets a program that uses a known address change nothing of that person', async () => {
      const store = await open();
      await keep(store, requestOf('ada@a.example', 'warm'));
      const before = await personOf(store, 'ada@a.example');
      const spam = { signals: ['too-fast' as const], quarantine: true };
      await keep(store, requestOf('ada@a.example', 'hot', { spam }), later(5));
      expect(await personOf(store, 'ada@a.example')).toEqual({
        ...before,
        requests: 2,
        last_at: later(5).toISOString(),
        version: expect.any(Number),
      });
    });

    it('keeps who tries the form apart from who asks with the same address', async () => {
      const store = await open();
      const lead = requestOf('owner@a.example', 'hot');
      await keep(store, { ...requestOf('owner@a.example', 'hot'), test: true });
      await keep(store, lead);
      const persons = await store.read
        .selectFrom('persons')
        .select(['test', 'team', 'requests'])
        .orderBy('test')
        .execute();
      expect(persons).toEqual([
        { test: 0, team: 'sales', requests: 1 },
        { test: 1, team: null, requests: 1 },
      ]);
    });
  });
});
