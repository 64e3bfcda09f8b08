import {
  type ColumnDataType,
  type CreateTableBuilder,
  type Expression,
  type Kysely,
  type SqlBool,
  sql,
} from 'kysely';
import type { Store } from '../store.ts';

/** What a column is: `text?` may be null, `key` counts up by itself. */
type Column = 'key' | 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?' | 'flag';

/** The first shape: people with their requests, what was done for them, the team, and what is told to others. */
export const workedLeads = (kind: Store['kind']) => {
  // PostgreSQL would compare texts as a language does; indexes and moments want them compared as bytes.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  const integer: ColumnDataType = kind === 'postgres' ? 'bigint' : 'integer';
  const real: ColumnDataType = kind === 'postgres' ? 'double precision' : 'real';

  type Table = CreateTableBuilder<string, string>;
  const kinds: Record<Column, (table: Table, name: string) => Table> = {
    key: (table, name) =>
      kind === 'postgres'
        ? table.addColumn(name, 'bigint', (column) => column.generatedByDefaultAsIdentity().primaryKey())
        : table.addColumn(name, 'integer', (column) => column.primaryKey().autoIncrement()),
    text: (table, name) => table.addColumn(name, text, (column) => column.notNull()),
    'text?': (table, name) => table.addColumn(name, text),
    integer: (table, name) => table.addColumn(name, integer, (column) => column.notNull()),
    'integer?': (table, name) => table.addColumn(name, integer),
    real: (table, name) => table.addColumn(name, real, (column) => column.notNull()),
    'real?': (table, name) => table.addColumn(name, real),
    flag: (table, name) => table.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0)),
  };

  const tables: Record<string, Record<string, Column>> = {
    persons: {
      id: 'key',
      key: 'text?',
      test: 'flag',
      email: 'text',
      name: 'text',
      company: 'text',
      phone: 'text',
      language: 'text',
      stage: 'text',
      lost_reason: 'text',
      team: 'text?',
      given_back: 'text',
      given_back_at: 'text?',
      owner_id: 'integer?',
      temperature: 'text?',
      score: 'integer?',
      unscored: 'flag',
      waiting_since: 'text?',
      answered_at: 'text?',
      next_step: 'text',
      next_on: 'text?',
      revenue: 'real?',
      closed_at: 'text?',
      marketing: 'text',
      marketing_at: 'text?',
      form: 'text',
      campaign: 'text',
      source: 'text',
      requests: 'integer',
      first_at: 'text',
      last_at: 'text',
      anonymous: 'flag',
      asked_at: 'text?',
      first_form: 'text',
      first_campaign: 'text',
      first_source: 'text',
      mql_at: 'text?',
      sql_at: 'text?',
      opportunity_at: 'text?',
      customer_at: 'text?',
      lost_at: 'text?',
      hot_at: 'text?',
      contact_minutes: 'integer?',
      example: 'flag',
      version: 'integer',
    },
    requests: {
      sequence: 'key',
      id: 'text',
      person_id: 'integer',
      received_at: 'text',
      test: 'flag',
      quarantine: 'flag',
      temperature: 'text?',
      form: 'text',
      campaign: 'text',
      source: 'text',
      envelope: 'text',
      claimed_score: 'text?',
      body_digest: 'text',
    },
    search_words: { word: 'text', person_id: 'integer' },
    journal: {
      id: 'key',
      person_id: 'integer',
      at: 'text',
      happened_on: 'text?',
      account_id: 'integer?',
      kind: 'text',
      text: 'text',
      before: 'text?',
      after: 'text?',
      undone_by: 'integer?',
    },
    accounts: {
      id: 'key',
      email: 'text',
      name: 'text',
      role: 'text',
      password_hash: 'text?',
      language: 'text',
      alerts: 'flag',
      created_at: 'text',
      disabled_at: 'text?',
    },
    sessions: {
      token_hash: 'text',
      account_id: 'integer',
      created_at: 'text',
      seen_at: 'text',
      expires_at: 'text',
    },
    links: {
      token_hash: 'text',
      account_id: 'integer?',
      created_at: 'text',
      expires_at: 'text?',
    },
    attempts: { key: 'text', count: 'integer', until: 'text' },
    webhooks: {
      id: 'key',
      url: 'text',
      secret: 'text',
      old_secret: 'text?',
      old_secret_until: 'text?',
      events: 'text',
      active: 'flag',
      gone_at: 'text?',
      created_at: 'text',
    },
    messages: {
      id: 'key',
      message_id: 'text',
      channel: 'text',
      webhook_id: 'integer?',
      person_id: 'integer?',
      event: 'text',
      recipient: 'text',
      body: 'text',
      status: 'text',
      tries: 'integer',
      sending: 'flag',
      next_at: 'text',
      error: 'text',
      created_at: 'text',
      sent_at: 'text?',
    },
    consents: {
      id: 'key',
      key: 'text',
      purpose: 'text',
      text: 'text',
      version: 'text',
      details: 'text',
      at: 'text',
      kept_at: 'text',
    },
    unread_leads: { id: 'key', key: 'text', received_at: 'text', text: 'text' },
    forgotten: { hash: 'text', at: 'text' },
    tallies: {
      day: 'text',
      form: 'text',
      campaign: 'text',
      event: 'text',
      number: 'integer',
      example: 'flag',
    },
    spend: {
      id: 'key',
      day: 'text',
      source: 'text',
      campaign: 'text',
      kind: 'text',
      amount: 'real',
      impressions: 'integer?',
      clicks: 'integer?',
      example: 'flag',
    },
    uploads: {
      id: 'key',
      at: 'text',
      account_id: 'integer',
      kind: 'text',
      file: 'text',
      content: 'text',
    },
    imports: {
      id: 'key',
      at: 'text',
      account_id: 'integer',
      kind: 'text',
      file: 'text',
      total: 'integer',
      added: 'integer',
      changed: 'integer',
      same: 'integer',
      newer: 'integer',
      refused: 'integer',
      refused_rows: 'text',
    },
    mappings: { id: 'key', kind: 'text', header: 'text', mapping: 'text', saved_at: 'text' },
    objectives: {
      id: 'key',
      name: 'text',
      agreed: 'text',
      starts_on: 'text',
      ends_on: 'text',
      campaigns: 'text',
      proposed_at: 'text',
      proposed_by: 'integer',
      marketing_by: 'integer?',
      marketing_at: 'text?',
      sales_by: 'integer?',
      sales_at: 'text?',
      ended_at: 'text?',
      example: 'flag',
    },
    settings: { name: 'text', value: 'text' },
  };

  /** `[name, table, columns]`, with the rows it holds where it does not hold all. */
  const indexes: [name: string, table: string, columns: string[], where?: Expression<SqlBool>][] = [
    // The lists. Who is in no team is in none of them.
    ['persons_waiting', 'persons', ['team', 'waiting_since', 'id'], sql<SqlBool>`waiting_since is not null`],
    [
      'persons_next',
      'persons',
      ['team', 'next_on', 'id'],
      sql<SqlBool>`waiting_since is null and closed_at is null`,
    ],
    [
      'persons_nurtured',
      'persons',
      ['team', 'temperature', 'last_at', 'id'],
      sql<SqlBool>`closed_at is null`,
    ],
    ['persons_given_back', 'persons', ['given_back_at', 'id'], sql<SqlBool>`given_back_at is not null`],
    // Everybody, by what one may ask for.
    ['persons_latest', 'persons', ['last_at', 'id']],
    ['persons_of_stage', 'persons', ['stage', 'last_at', 'id']],
    ['persons_of_owner', 'persons', ['owner_id', 'last_at', 'id']],
    ['persons_of_temperature', 'persons', ['temperature', 'last_at', 'id']],
    ['persons_of_form', 'persons', ['form', 'last_at', 'id']],
    ['persons_of_campaign', 'persons', ['campaign', 'last_at', 'id']],
    ['persons_of_team', 'persons', ['team', 'last_at', 'id']],
    ['requests_of_person', 'requests', ['person_id', 'sequence']],
    ['requests_set_aside', 'requests', ['sequence'], sql<SqlBool>`quarantine = 1`],
    ['search_words_of_person', 'search_words', ['person_id']],
    ['journal_of_person', 'journal', ['person_id', 'id']],
    // What became of whom by a file.
    ['journal_imported', 'journal', ['at', 'id'], sql<SqlBool>`kind = 'imported'`],
    ['sessions_of_account', 'sessions', ['account_id']],
    // A receiver's own messages in their order, and the mails, which are no receiver's.
    ['messages_due', 'messages', ['webhook_id', 'next_at', 'id'], sql<SqlBool>`status = 'waiting'`],
    ['messages_of_person', 'messages', ['person_id'], sql<SqlBool>`person_id is not null`],
    ['messages_of_status', 'messages', ['status', 'id']],
    ['consents_of_address', 'consents', ['key']],
    ['unread_leads_of_address', 'unread_leads', ['key']],
    // What is measured, with all that figures are made of.
    [
      'persons_measured',
      'persons',
      [
        'asked_at',
        'first_source',
        'first_campaign',
        'first_form',
        'hot_at',
        'contact_minutes',
        'mql_at',
        'sql_at',
        'opportunity_at',
        'customer_at',
        'lost_at',
        'revenue',
      ],
      sql<SqlBool>`asked_at is not null`,
    ],
    ['persons_closed', 'persons', ['closed_at', 'id'], sql<SqlBool>`closed_at is not null`],
    // What goes by rule.
    ['persons_by_age', 'persons', ['last_at', 'id'], sql<SqlBool>`anonymous = 0`],
    ['requests_test', 'requests', ['received_at'], sql<SqlBool>`test = 1`],
    ['requests_aside_by_age', 'requests', ['received_at'], sql<SqlBool>`quarantine = 1`],
    ['messages_with_text', 'messages', ['created_at'], sql<SqlBool>`body <> ''`],
    ['consents_by_age', 'consents', ['kept_at']],
    ['sessions_by_end', 'sessions', ['expires_at']],
    ['links_by_end', 'links', ['expires_at'], sql<SqlBool>`expires_at is not null`],
    ['attempts_by_end', 'attempts', ['until']],
    ['uploads_by_age', 'uploads', ['at']],
    ['imports_with_rows', 'imports', ['at'], sql<SqlBool>`refused_rows <> ''`],
  ];
  const unique: [name: string, table: string, columns: string[]][] = [
    ['persons_by_key', 'persons', ['key', 'test']],
    ['requests_by_id', 'requests', ['id']],
    ['search_words_once', 'search_words', ['word', 'person_id']],
    ['accounts_by_email', 'accounts', ['email']],
    ['sessions_by_token', 'sessions', ['token_hash']],
    ['links_by_token', 'links', ['token_hash']],
    ['attempts_by_key', 'attempts', ['key']],
    ['messages_by_id', 'messages', ['message_id']],
    ['forgotten_by_hash', 'forgotten', ['hash']],
    ['tallies_once', 'tallies', ['day', 'form', 'campaign', 'event', 'example']],
    ['spend_once', 'spend', ['day', 'source', 'campaign', 'kind', 'example']],
    ['mappings_once', 'mappings', ['kind', 'header']],
    ['settings_by_name', 'settings', ['name']],
  ];

  // biome-ignore lint/suspicious/noExplicitAny: a step builds the shape that the types describe
  return async (database: Kysely<any>): Promise<void> => {
    for (const [name, columns] of Object.entries(tables)) {
      const table = Object.entries(columns).reduce<Table>(
        (built, [column, what]) => kinds[what](built, column),
        database.schema.createTable(name),
      );
      await table.execute();
    }
    for (const [name, table, columns] of unique)
      await database.schema.createIndex(name).on(table).columns(columns).unique().execute();
    for (const [name, table, columns, where] of indexes) {
      const index = database.schema.createIndex(name).on(table).columns(columns);
      await (where ? index.where(where) : index).execute();
    }
  };
};
