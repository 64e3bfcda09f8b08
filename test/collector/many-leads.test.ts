import { join } from 'node:path';
import { type CompiledQuery, sql } from 'kysely';
import Database from 'libsql';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { agree, propose } from '../../collector/agreeing/agree.ts';
import { plannedObjective } from '../../collector/agreeing/planned-objective.ts';
import { uploadOf } from '../../collector/importing/uploads.ts';
import { routes } from '../../collector/pages/routes.ts';
import { openStore, type Place } from '../../collector/store/open-store.ts';
import type { Store } from '../../collector/store/store.ts';
import { type Caller, collectorOn } from '../support/collector-on-store.ts';
import { webhookTo } from '../support/messenger-on.ts';
import { newDatabase, newFolder } from '../support/on-each-store.ts';

const many = 100_000;

/** How many at a time: the collector gives no single statement longer than 15 seconds, on a busy machine either. */
const atATime = 5_000;

/** The next so many numbers after one, as a table. */
const numbersAfter = (kind: Store['kind'], done: number) => {
  const [first, last] = [sql.lit(done + 1), sql.lit(done + atATime)];
  return kind === 'postgres'
    ? sql`(SELECT generate_series AS n FROM generate_series(${first}, ${last})) AS numbers`
    : sql`(WITH RECURSIVE up(n) AS (SELECT ${first} UNION ALL SELECT n + 1 FROM up WHERE n < ${last}) SELECT n FROM up) AS numbers`;
};

const one = <T extends string>(of: readonly T[], number = 'n') =>
  sql.raw(
    `CASE ${number} % ${of.length} ${of.map((value, at) => `WHEN ${at} THEN '${value}'`).join(' ')} END`,
  );

/** As many people as a busy team has after three years, each with one request and one entry in the journal. */
async function fill(store: Store): Promise<void> {
  for (let done = 0; done < many; done += atATime) await fillAfter(store, done);
}

const fillAfter = (store: Store, done: number): Promise<void> =>
  store.change(async (change) => {
    const added = sql`persons WHERE id > ${sql.lit(done)}`;
    const day =
      store.kind === 'postgres' ? sql`lpad((n % 28 + 1)::text, 2, '0')` : sql`printf('%02d', n % 28 + 1)`;
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    const at = sql`${one(['2024', '2025', '2026'], '(n / 12)')} || '-' || ${one(months)} || '-' || ${day} || 'T10:00:00.000Z'`;
    const when = (condition: string) => sql`CASE WHEN ${sql.raw(condition)} THEN ${at} END`;
    await sql`INSERT INTO persons (key, test, email, name, company, phone, language, stage, lost_reason, team, given_back,
        given_back_at, owner_id, temperature, score, waiting_since, answered_at, next_step, next_on, revenue, closed_at,
        marketing, marketing_at, form, campaign, source, requests, first_at, last_at, anonymous, asked_at, first_form,
        first_campaign, first_source, mql_at, sql_at, opportunity_at, customer_at, lost_at, hot_at, contact_minutes,
        example, version)
      SELECT 'p' || n || '@a.example', 0, 'p' || n || '@a.example', 'Person ' || n, 'Company', '', 'it',
        ${one(['lead', 'mql', 'sql', 'opportunity', 'customer', 'lost', 'mql', 'lead'])}, '',
        ${one(['marketing', 'sales', 'marketing'])}, '', CASE WHEN n % 50 = 0 THEN ${at} END, n % 7 + 1,
        ${one(['cold', 'warm', 'hot', 'cold', 'warm'])}, n % 100, CASE WHEN n % 20 = 0 THEN ${at} END, NULL, '',
        CASE WHEN n % 9 = 0 THEN '2026-12-01' END, NULL, CASE WHEN n % 8 IN (4, 5) THEN ${at} END, 'none', NULL,
        ${one(['offer', 'callback'])}, ${one(['autumn', 'spring', ''])}, 'google', 1, ${at}, ${at}, 0, ${at},
        ${one(['offer', 'callback'])}, ${one(['autumn', 'spring', ''])}, ${one(['google', 'meta', 'newsletter', ''])},
        ${when('n % 2 = 0')}, ${when('n % 4 = 0')}, ${when('n % 8 = 0')}, ${when('n % 16 = 0')}, ${when('n % 5 = 1')},
        ${when('n % 4 = 0')}, CASE WHEN n % 8 = 0 THEN n % 500 END, 0, 0
      FROM ${numbersAfter(store.kind, done)}`.execute(change);
    await sql`INSERT INTO requests (id, person_id, received_at, test, quarantine, temperature, form, campaign, source,
        envelope, claimed_score, body_digest)
      SELECT 'id-' || id, id, last_at, 0, CASE WHEN id % 1000 = 0 THEN 1 ELSE 0 END, temperature, form, campaign, source,
        '{"version":1,"id":"id","createdAt":"2026-11-27T10:00:00.000Z","source":{"form":"offer","page":"","title":"","locale":"it"},"profile":{"email":"a@a.example"},"consents":[],"spam":{"signals":[],"quarantine":false}}',
        NULL, 'digest'
      FROM ${added}`.execute(change);
    await sql`INSERT INTO search_words (word, person_id) SELECT 'person', id FROM ${added}`.execute(change);
    await sql`INSERT INTO search_words (word, person_id) SELECT 'p' || id, id FROM ${added}`.execute(change);
    await sql`INSERT INTO journal (person_id, at, account_id, kind, text) SELECT id, last_at, 1, 'note', 'x' FROM ${added}`.execute(
      change,
    );
    await sql`INSERT INTO messages (message_id, channel, person_id, event, recipient, body, status, tries, next_at, error, created_at)
      SELECT 'm' || id, 'mail', id, 'lead.hot', 'a@a.example', '{}', CASE id % 100 WHEN 0 THEN 'waiting' WHEN 1 THEN 'failed' ELSE 'sent' END, 1, last_at, '', last_at
      FROM ${added}`.execute(change);
  });

/** An objective in force that counts every lead, so that its page reads as much as it ever does. */
const fillObjective = (store: Store): Promise<void> =>
  store.change(async (change) => {
    const read = plannedObjective('unisono=1&start=leads&leads=900&months=6&spendMonths=6', 'EUR');
    if (!read.ok) throw new Error(read.problem);
    const { agreed } = read;
    const span = { starts_on: '2026-09-01', ends_on: '2027-03-01' };
    const by = { id: 1, role: 'admin' } as const;
    const now = new Date('2026-08-20T10:00Z');
    const id = await propose(change, { name: 'Half a year', agreed, campaigns: [], ...span }, by, now);
    await agree(change, id, 'marketing', by, now);
    await agree(change, id, 'sales', { ...by, id: 2 }, now);
  });

/** Files that were read in, and one that waits: as many as in three years. */
async function fillImports(store: Store): Promise<void> {
  const file = { kind: 'outcomes', file: 'deals.csv', by: 1 } as const;
  const rows = ['Email,Stage,Closed,Revenue'];
  for (let n = 1; n <= 400; n += 1) rows.push(`p${n * 7}@a.example,Won,2026-10-01,500`);
  const keep = await uploadOf({ ...file, bytes: Buffer.from(rows.join('\n')) }, new Date());
  await store.change(async (change) => {
    await keep(change);
    const counts = { total: 9, added: 0, changed: 9, same: 0, newer: 0, refused: 0, refused_rows: '' };
    const done = {
      at: '2026-10-02T10:00:00.000Z',
      account_id: 1,
      kind: file.kind,
      file: file.file,
      ...counts,
    };
    for (let n = 0; n < 10; n += 1)
      await change
        .insertInto('imports')
        .values(Array.from({ length: 100 }, () => done))
        .execute();
  });
}

/** The tables of which each lead has a row: none of them may be read from one end to the other. */
const large = ['persons', 'requests', 'search_words', 'journal', 'messages'];

/** The database's own plan of a query, a step a line. */
type Explain = (query: CompiledQuery) => Promise<string[]>;

/**
 * Explains by a connection of its own: SQLite keeps the snapshot of a connection for as long as a plan is looked at on
 * it, so that whoever reads by the same one would see nothing new.
 */
async function explainerOf(
  place: Place,
): Promise<{ explain: Explain; analyze(): Promise<void>; close(): void }> {
  if (place.databaseUrl) {
    const client = new Client({ connectionString: place.databaseUrl });
    await client.connect();
    // What a page read by an index costs on a disk without a head to move, as they are today.
    await client.query('SET random_page_cost = 1.1');
    return {
      explain: async ({ sql: text, parameters }) =>
        (await client.query(`EXPLAIN ${text}`, [...parameters])).rows.map((row) => String(row['QUERY PLAN'])),
      // As it does by itself after a while. From then on what an index holds is read from the index alone.
      analyze: async () => void (await client.query('VACUUM ANALYZE')),
      close: () => void client.end(),
    };
  }
  const database = new Database(join(place.folder, 'leads.db'));
  return {
    explain: async ({ sql: text, parameters }) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all([...parameters])
        .map((row) => String((row as { detail: string }).detail)),
    analyze: async () => void database.exec('ANALYZE'),
    close: () => database.close(),
  };
}

/** The newest rows by the key of their table: SQLite calls it a scan, and ends it as soon as it has enough. */
const isNewest = /^select (?!.* where ).* order by "\w+"\."id" desc limit \?$/;

/** Where a query reads a large table as a whole, or sorts it. */
async function slowPartsOf(kind: Store['kind'], query: CompiledQuery, explain: Explain): Promise<string[]> {
  if (!large.some((table) => query.sql.includes(`"${table}"`)) || isNewest.test(query.sql)) return [];
  // What was found by its words is sorted: words do not know who asked last.
  // And a median is the middle of what was sorted.
  const mayBeSorted = query.sql.includes('"word"') || query.sql.includes('row_number() over');
  const sorting = mayBeSorted ? '' : '|TEMP B-TREE FOR ORDER BY';
  const slow =
    kind === 'postgres'
      ? new RegExp(`Seq Scan on (${large.join('|')})`)
      : new RegExp(`^SCAN (${large.join('|')})(?!.*USING (COVERING )?INDEX)${sorting}`);
  return (await explain(query)).filter((line) => slow.test(line));
}

/** An address of each page, with what one asks it for. */
const asked: Record<string, string[]> = {
  '/leads': [
    '/leads',
    '/leads?words=p500',
    '/leads?words=person%20p77',
    '/leads?stage=customer',
    '/leads?temperature=hot&team=sales',
    '/leads?owner=3',
    '/leads?form=offer&campaign=autumn',
    '/leads?from=2026-03-01&until=2026-03-31',
    `/leads?after=${encodeURIComponent('2026-06-10T10:00:00.000Z 500')}`,
  ],
  '/people/:id': ['/people/77777'],
  '/objective/:id': ['/objective/1'],
  '/results': [
    '/results',
    '/results?by=campaign&lens=sales',
    '/results?by=form&from=2026-10&until=2026-10',
    '/results?by=month',
    '/results?by=month&from=2024-01&until=2026-11',
  ],
  '/results.csv': ['/results.csv?from=2024-01&until=2026-11'],
  '/settings/destinations/new/:receiver': [
    '/settings/destinations/new/brevo',
    '/settings/destinations/new/webhook',
  ],
  '/settings/destinations/:id': ['/settings/destinations/1', '/settings/destinations/1?tested=1'],
  '/imports/outcomes/:id': ['/imports/outcomes/1'],
  '/imports/done/:id': ['/imports/done/1'],
  '/api/leads': ['/api/leads', '/api/leads?before=50000'],
};

/**
 * What is answered otherwise: whoever is there already is led on, nobody has such a token, and what only a button does
 * leads back to its page.
 */
const others: Record<string, number> = {
  '/': 303,
  '/sign-in': 303,
  ...Object.fromEntries(
    ['find', 'export', 'unscore', 'erase', 'anonymise', 'retention'].map((done) => [
      `/settings/rights/${done}`,
      303,
    ]),
  ),
  // Neither a file of spend nor a row that was refused is there.
  '/imports/spend/:id': 404,
  '/imports/done/:id/refused.csv': 404,
  '/welcome/:token': 404,
  '/confirm/:token': 404,
  '/stop/:token': 404,
};

/** Pages that say something of everybody, or go on for as long as somebody listens. */
const endless = ['/leads.csv', '/api/news'];

describe.each([
  ['libsql', newFolder],
  ['postgres', newDatabase],
] as const)(`a hundred thousand leads on %s`, (kind, newPlace) => {
  const queries: CompiledQuery[] = [];
  let store: Store;
  let explain: Explain;

  beforeAll(async () => {
    const place = await newPlace();
    store = await openStore({ ...place, onQuery: (query) => queries.push(query) });
    await fill(store);
    await fillObjective(store);
    await fillImports(store);
    await webhookTo(store, 'https://crm.example/');
    const explainer = await explainerOf(place);
    await explainer.analyze();
    explain = explainer.explain;
    return () => {
      explainer.close();
      return store.close();
    };
  });

  const pages = routes.filter(({ method, path }) => method === 'GET' && !endless.includes(path));
  it.each(pages.flatMap(({ path }) => asked[path] ?? [path]))(
    '%s asks little, and by an index',
    async (path) => {
      const { as } = await collectorOn(store);
      const caller: Caller = await as('admin');
      queries.length = 0;
      const answer = await caller.get(path);
      await answer.text();
      expect(answer.status).toBe(others[path] ?? 200);
      const made = [...queries];
      expect(made.length).toBeLessThanOrEqual(14);
      for (const query of made) expect(await slowPartsOf(kind, query, explain), query.sql).toEqual([]);
    },
  );
});
