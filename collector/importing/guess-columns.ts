import type { ImportKind } from '../store/tables.ts';
import { columnName } from './column-name.ts';
import { type FieldName, fieldsOf } from './import-fields.ts';
import { type KnownExport, knownExports, plainColumns } from './known-exports.ts';

/** Which column of a file says what, by its place from 0 on, and what is the same in all its rows. */
export interface Columns {
  columns: Partial<Record<FieldName, number>>;
  constants: Partial<Record<FieldName, string>>;
}

export interface ColumnGuess extends Columns {
  /** The program that has written the file, where it is known. */
  program: string | null;
}

type Names = Partial<Record<FieldName, readonly string[]>>;

/** The columns that have one of the names of their field. No column is taken twice. */
function columnsBy(
  names: Names,
  kind: ImportKind,
  header: readonly string[],
  taken: ReadonlySet<number> = new Set(),
): Columns['columns'] {
  const found: Columns['columns'] = {};
  const used = new Set(taken);
  for (const [field] of fieldsOf(kind)) {
    const at = (names[field] ?? [])
      .map((name) => header.indexOf(name))
      .find((index) => index >= 0 && !used.has(index));
    if (at === undefined) continue;
    found[field] = at;
    used.add(at);
  }
  return found;
}

/** The known export that finds most of its columns in a header and is given away by one. */
function programOf(kind: ImportKind, header: readonly string[]): KnownExport | null {
  const fitting = knownExports
    .filter((each) => each.kind === kind && each.marks.some((mark) => header.includes(mark)))
    .map((each) => ({ each, count: Object.keys(columnsBy(each.columns, kind, header)).length }))
    .sort((a, b) => b.count - a.count);
  return fitting[0]?.each ?? null;
}

/** Which column is which by its name. */
export function guessColumns(kind: ImportKind, names: readonly string[]): ColumnGuess {
  const header = names.map(columnName);
  const program = programOf(kind, header);
  const own = program ? columnsBy(program.columns, kind, header) : {};
  const others = columnsBy(plainColumns, kind, header, new Set(Object.values(own)));
  const columns = { ...others, ...own };
  const constants = Object.fromEntries(
    Object.entries(program?.constants ?? {}).filter(([field]) => columns[field as FieldName] === undefined),
  );
  return { columns, constants, program: program?.name ?? null };
}

/** How many cells of a row are names of columns that we know. */
export function knownNames(kind: ImportKind, cells: readonly string[]): number {
  const header = cells.map(columnName);
  const known = [
    ...knownExports.filter((each) => each.kind === kind).map(({ columns }) => columns),
    plainColumns,
  ];
  const fields = fieldsOf(kind).map(([field]) => field);
  const names = new Set(known.flatMap((columns) => fields.flatMap((field) => columns[field] ?? [])));
  return header.filter((name) => names.has(name)).length;
}
