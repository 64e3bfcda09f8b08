import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';

/**
 * A webhook becomes one kind of destination among others: each has a receiver, what it is reached with and what it
 * calls our fields. A receipt says who was told of whom.
 */
export const destinations =
  (kind: Store['kind']) =>
  // biome-ignore lint/suspicious/noExplicitAny: a step changes the shape that the types describe
  async (database: Kysely<any>): Promise<void> => {
    const { schema } = database;
    const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
    const integer = kind === 'postgres' ? 'bigint' : 'integer';
    await schema.alterTable('webhooks').renameTo('destinations').execute();
    for (const [name, value] of [
      ['receiver', 'webhook'],
      ['settings', '{}'],
      ['fields', '{}'],
      ['answer', ''],
    ] as const)
      await schema
        .alterTable('destinations')
        .addColumn(name, text, (column) => column.notNull().defaultTo(value))
        .execute();
    await schema.alterTable('destinations').addColumn('answered_at', text).execute();
    for (const { id, url } of await database.selectFrom('destinations').select(['id', 'url']).execute())
      await database
        .updateTable('destinations')
        .set({ settings: JSON.stringify({ url }) })
        .where('id', '=', id)
        .execute();
    await schema.alterTable('destinations').dropColumn('url').execute();
    await schema.alterTable('messages').renameColumn('webhook_id', 'destination_id').execute();
    await schema
      .createTable('receipts')
      .addColumn('person_id', integer, (column) => column.notNull())
      .addColumn('destination_id', integer, (column) => column.notNull())
      .addColumn('first_at', text, (column) => column.notNull())
      .addColumn('last_at', text, (column) => column.notNull())
      .addColumn('their_id', text, (column) => column.notNull())
      .execute();
    await schema
      .createIndex('receipts_once')
      .on('receipts')
      .columns(['person_id', 'destination_id'])
      .unique()
      .execute();
  };
