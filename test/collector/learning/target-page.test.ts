import { parseHTML } from 'linkedom';
import { parseScenario } from 'unisono/calculator';
import { describe, expect, it } from 'vitest';
import { sameDraws } from '../../../collector/example/same-draws.ts';
import { readSetting, writeSetting } from '../../../collector/store/setting.ts';
import type { Store } from '../../../collector/store/store.ts';
import { changePerson } from '../../../collector/working/change-person.ts';
import { type Move, moves } from '../../../collector/working/moves.ts';
import { teamScoring } from '../../../collector/working/scoring.ts';
import { defaultScoring } from '../../../src/schema.ts';
import { collectorOn } from '../../support/collector-on-store.ts';
import { onEachStore } from '../../support/on-each-store.ts';
import { keepRequest, requestOf } from '../../support/person-requests.ts';

/** Milliseconds */
const day = 86_400_000;
const now = new Date('2026-11-28T10:00Z');

interface Made {
  asked: Date;
  isFlat: boolean;
  won: boolean;
  revenue: number;
}

/** What somebody is told to have become, by the moves of the pages. */
async function end(store: Store, person: number, made: Made, days: number): Promise<void> {
  const at = new Date(made.asked.getTime() + days * day);
  const filled: Record<string, string> = {
    stage: made.won ? 'customer' : 'lost',
    reason: made.won ? '' : 'Too expensive',
  };
  const move: Move = moves.stage;
  const read = move.read(
    { text: (name) => filled[name] ?? '', amount: () => (made.won ? made.revenue : null) },
    { id: 1, role: 'admin', at: at.toISOString() },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await store.change((change) =>
    changePerson(change, {
      person,
      kind: 'stage',
      text: read.text,
      by: null,
      now: at,
      to: read.to,
      isQuiet: true,
    }),
  );
}

/** So many people who have ended twenty days after they asked, one a day; whoever has a flat roof is won oftener. */
async function fill(store: Store, count: number, shareFlat: number, shareOther: number): Promise<Made[]> {
  const chance = sameDraws(11);
  const people: Made[] = [];
  for (let at = 0; at < count; at++) {
    const asked = new Date(now.getTime() - (count + 30 - at) * day);
    const isFlat = chance() < 0.4;
    const made = { asked, isFlat, won: chance() < (isFlat ? shareFlat : shareOther), revenue: 1_000 + at };
    people.push(made);
    const lead = requestOf(`p${at}@a.example`, 'cold');
    const answers = [{ name: 'roof', label: 'Kind of roof', value: isFlat ? 'flat' : 'pitched' }];
    const [kept] = await keepRequest(store, { ...lead, profile: { ...lead.profile, answers } }, asked);
    expect(kept).toBeTruthy();
    const { id } = await store.read
      .selectFrom('persons')
      .select('id')
      .where('key', '=', `p${at}@a.example`)
      .executeTakeFirstOrThrow();
    await end(store, id, made, 20);
  }
  return people;
}

const main = (html: string): Element => parseHTML(html).document.querySelector('main')!;
const hidden = (page: Element): Record<string, string> => ({
  do: 'adopt',
  ...Object.fromEntries(
    [...page.querySelectorAll('form[action="/target"] input[type=hidden]')].map((input) => [
      input.getAttribute('name')!,
      input.getAttribute('value')!,
    ]),
  ),
});

onEachStore((open) => {
  describe('the target', () => {
    it('is learned, adopted by one press, and taken back by another', async () => {
      const store = await open();
      const made = await fill(store, 120, 0.7, 0.1);
      const { as } = await collectorOn(store, {}, () => now);
      const [admin, sales] = [await as('admin'), await as('sales')];

      const page = main(await (await admin.get('/target')).text());
      const earlier = made.slice(0, 80);
      const flat = earlier.filter(({ isFlat }) => isFlat);
      const wonFlat = flat.filter(({ won }) => won).length;
      // Both signs say the same of the same people, one for and one against: the stronger words stand first.
      expect(page.textContent).toContain('Kind of roof: flat');
      expect(page.textContent).toContain(`${wonFlat} of ${flat.length} won`);
      expect(page.textContent).toContain(
        `Of 120 people of whom it is known how it ended, ${made.filter(({ won }) => won).length} were won.`,
      );

      // Sales sees it, and an admin presses.
      const seen = main(await (await sales.get('/target')).text());
      expect(seen.querySelector('form[action="/target"]')).toBe(null);
      expect((await sales.post('/target', hidden(page))).status).toBe(403);
      expect(await teamScoring(store.read)).toEqual(defaultScoring);

      const pressed = await admin.post('/target', hidden(page));
      expect(pressed.headers.get('location')).toBe('/target?done=adopted');
      const { rules } = await teamScoring(store.read);
      expect(rules.map(({ when }) => when)).toContain('roof=flat');
      // The next lead is judged by them.
      const next = requestOf('next@a.example', 'cold');
      const answers = [{ name: 'roof', label: 'Kind of roof', value: 'flat' }];
      await keepRequest(store, { ...next, profile: { ...next.profile, answers } }, now);
      const { score } = await store.read
        .selectFrom('persons')
        .select('score')
        .where('key', '=', 'next@a.example')
        .executeTakeFirstOrThrow();
      expect(score).toBe(rules.reduce((sum, { points }) => sum + points, 0));

      const after = main(await (await admin.get('/target')).text());
      expect(after.textContent).toContain('These are your team’s rules already.');
      expect(after.textContent).toContain('Adopted by Admin Person');
      const back = await admin.post('/target', { do: 'take-back' });
      expect(back.headers.get('location')).toBe('/target?done=taken-back');
      expect(await teamScoring(store.read)).toEqual(defaultScoring);
      // Once is enough.
      expect((await admin.post('/target', { do: 'take-back' })).status).toBe(422);
    });

    it('adopts nothing over rules that somebody has changed since, and nothing that is no rule', async () => {
      const store = await open();
      await fill(store, 60, 0.8, 0.05);
      const { as } = await collectorOn(store, {}, () => now);
      const admin = await as('admin');
      const page = main(await (await admin.get('/target')).text());
      const fields = hidden(page);
      expect((await admin.post('/target', { ...fields, scoring: 'roof flat' })).status).toBe(422);
      expect(
        (await admin.post('/target', { ...fields, scoring: '{"rules":[],"warm":1,"hot":2}' })).status,
      ).toBe(422);
      expect((await admin.post('/target', { do: 'something' })).status).toBe(422);
      const own = { rules: [{ when: 'company', points: 50 }], warm: 20, hot: 50 };
      await store.change((change) => writeSetting(change, 'scoring', own));
      const refused = await admin.post('/target', fields);
      expect(refused.status).toBe(422);
      expect(main(await refused.text()).textContent).toContain('the rules have been changed since');
      expect(await readSetting(store.read, 'scoring')).toEqual(own);

      // What was adopted and then edited by hand is not taken back over the edit.
      const again = hidden(main(await (await admin.get('/target')).text()));
      expect((await admin.post('/target', again)).status).toBe(303);
      await store.change((change) => writeSetting(change, 'scoring', own));
      expect((await admin.post('/target', { do: 'take-back' })).status).toBe(422);
      expect(await readSetting(store.read, 'scoring')).toEqual(own);
    });

    it('is adopted once, however many press at once', async () => {
      const store = await open();
      await fill(store, 60, 0.8, 0.05);
      const { as } = await collectorOn(store, {}, () => now);
      const admin = await as('admin');
      const fields = hidden(main(await (await admin.get('/target')).text()));
      const answers = await Promise.all(Array.from({ length: 6 }, () => admin.post('/target', fields)));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422]);
      expect((await admin.post('/target', { do: 'take-back' })).status).toBe(303);
      expect(await teamScoring(store.read)).toEqual(defaultScoring);
    });

    it('says so where nothing marks a customer, and where too few deals have ended', async () => {
      const store = await open();
      const { as } = await collectorOn(store, {}, () => now);
      const marketing = await as('marketing');
      const none = main(await (await marketing.get('/target')).text());
      expect(none.textContent).toContain('So far 0 were won and 0 lost.');
      expect(none.textContent).toContain('It takes 10 more won and 10 more lost.');
      expect(none.textContent).not.toMatch(/NaN|undefined|null|Infinity/);
      await fill(store, 40, 0.5, 0.5);
      const chance = main(await (await marketing.get('/target')).text());
      expect(chance.textContent).toContain(
        'Nothing in what people wrote and did tells the won from the lost',
      );
      expect(chance.textContent).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(chance.querySelector('form[action="/target"]')).toBe(null);
    });

    it('hands the next plan what came of whole months whose deals have had their time', async () => {
      const store = await open();
      const made = await fill(store, 120, 0.7, 0.1);
      await store.change((change) =>
        change
          .insertInto('spend')
          .values(
            ['2026-08-10', '2026-09-02', '2026-11-03'].map((spentOn, at) => ({
              day: spentOn,
              source: 'google',
              campaign: '',
              kind: 'media' as const,
              amount: 100 * (at + 1),
              impressions: null,
              clicks: null,
              example: 0 as const,
            })),
          )
          .execute(),
      );
      const planner = 'https://shop.example/en/plan';
      const { as } = await collectorOn(store, { planner: 'https://shop.example/{language}/plan' }, () => now);
      const page = main(await (await (await as('sales')).get('/target')).text());
      const link = page.querySelector(`a[href^="${planner}#"]`)!.getAttribute('href')!;
      // Nobody wrote down what the others cost, and the page says whose costs those are.
      expect(page.textContent).toContain('any cost of Production, Agency, Tools, and Sales team');
      const { scenario, unread } = parseScenario(link.slice(planner.length + 1), [])!;
      expect(unread).toEqual([]);

      // By hand: everybody ended after twenty days, so that October is the last whole month that has had its time.
      const counted = made.filter(
        ({ asked }) => asked < new Date('2026-11-01') && asked >= new Date('2026-07-01'),
      );
      const customers = counted.filter(({ won }) => won);
      const revenue = customers.reduce((sum, each) => sum + each.revenue, 0);
      expect(scenario.values).toEqual({
        media: 300,
        leads: counted.length,
        mqlRate: { hits: customers.length, of: counted.length },
        sqlRate: { hits: customers.length, of: customers.length },
        opportunityRate: { hits: customers.length, of: customers.length },
        customerRate: { hits: customers.length, of: customers.length },
        averageSale: Math.round((100 * revenue) / customers.length) / 100,
        spendMonths: 4,
        delay: 0.7,
        months: 5,
      });
    });
  });
});
