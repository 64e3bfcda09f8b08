import { createHash } from 'node:crypto';
import type { Change, Queries } from '../store/store.ts';
import type { ImportKind } from '../store/tables.ts';
import { columnName } from './column-name.ts';
import type { DateStyle } from './date-style.ts';
import { type FieldName, fieldsOf } from './import-fields.ts';
import type { DecimalStyle } from './number-style.ts';
import type { Reading, StageChoice } from './reading.ts';

/** How the team had a file read: columns by name, since the next file may have them in another order. */
export interface SavedMapping {
  columns: Partial<Record<FieldName, string>>;
  constants: Partial<Record<FieldName, string>>;
  decimals: DecimalStyle;
  dates: DateStyle;
  stages: Record<string, StageChoice>;
}

/** Names a set of columns, in whatever order they stand. */
export const headerKey = (header: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(header.map(columnName).sort()))
    .digest('hex');

/** How the team had the last file with these columns read; `null` where there was none. */
export async function findMapping(
  read: Queries,
  kind: ImportKind,
  header: readonly string[],
): Promise<SavedMapping | null> {
  const row = await read
    .selectFrom('mappings')
    .select('mapping')
    .where('kind', '=', kind)
    .where('header', '=', headerKey(header))
    .executeTakeFirst();
  return row ? (JSON.parse(row.mapping) as SavedMapping) : null;
}

/** The columns of a mapping by their places in a header. */
export function placesOf(
  { columns }: SavedMapping,
  kind: ImportKind,
  header: readonly string[],
): Partial<Record<FieldName, number>> {
  const names = header.map(columnName);
  return Object.fromEntries(
    fieldsOf(kind).flatMap(([field]) => {
      const at = columns[field] === undefined ? -1 : names.indexOf(columns[field]);
      return at < 0 ? [] : [[field, at]];
    }),
  );
}

export async function saveMapping(
  change: Change,
  kind: ImportKind,
  header: readonly string[],
  { columns, constants, decimals, dates, stages }: Reading,
  now: Date,
): Promise<void> {
  const names = Object.fromEntries(
    Object.entries(columns).map(([field, at]) => [field, columnName(header[at] ?? '')]),
  );
  const saved: SavedMapping = { columns: names, constants, decimals, dates, stages };
  const row = { mapping: JSON.stringify(saved), saved_at: now.toISOString() };
  await change
    .insertInto('mappings')
    .values({ kind, header: headerKey(header), ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'header']).doUpdateSet(row))
    .execute();
}
