import { CsvError, parse } from 'csv-parse/sync';

export const separators = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type Separator = keyof typeof separators;

/** A row of a file, with the line on which it begins. */
export interface Row {
  line: number;
  /** Trimmed. */
  cells: string[];
}

/** Rows that a file may have, without its empty lines. */
export const mostRows = 100_000;
/** Columns that a row may have. */
export const mostColumns = 200;
/** Characters of a row: an open quotation mark would make one of all that follows. */
const longestRow = 100_000;
/** Characters of a cell: nothing that is read is as long, and what is cut here is refused as too long. */
const longestCell = 1_000;
/** Lines by which a separator is told. */
const sample = 200;

export type CsvProblem = 'broken' | 'too-wide' | 'too-many-rows';

interface Parsed {
  record: string[];
  info: { lines: number };
}

const parsed = (text: string, separator: Separator, until?: number): Parsed[] =>
  parse(text, {
    bom: true,
    delimiter: separators[separator],
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
    ...(until !== undefined && { to: until }),
  }) as unknown as Parsed[];

/** Lines that a row takes beyond its first: hardly any cell has one. */
function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}

/** A text as rows, as RFC 4180 has them, or what is wrong with it. Its lines end with `\n`: see `decodeFile`. */
export function csvRows(text: string, separator: Separator): Row[] | CsvProblem {
  let all: Parsed[];
  try {
    all = parsed(text, separator);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_MAX_RECORD_SIZE' && !text.slice(0, longestRow).includes('"')
      ? 'too-wide'
      : 'broken';
  }
  if (all.length > mostRows) return 'too-many-rows';
  if (all.some(({ record }) => record.length > mostColumns)) return 'too-wide';
  return all
    .map(({ record, info }) => ({
      line: info.lines - lineBreaks(record),
      cells: record.map((cell) => cell.slice(0, longestCell).trim()),
    }))
    .filter(({ cells }) => cells.some(Boolean));
}

/** How many rows of the first ones have the number of cells that most of them have: more than one. */
function agreement(text: string, separator: Separator): number {
  let rows: Parsed[];
  try {
    rows = parsed(text, separator, sample);
  } catch {
    return 0;
  }
  const counts = new Map<number, number>();
  for (const { record } of rows)
    if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  // Of two that agree as often, the one that makes more columns is no decimal comma.
  return Math.max(0, ...[...counts].map(([columns, rows]) => rows + columns / 1_000));
}

/** The separator by which the rows of a text agree most; a comma where there is only one column. */
export function guessSeparator(text: string): Separator {
  const names = Object.keys(separators) as Separator[];
  const scores = new Map(names.map((name) => [name, agreement(text, name)]));
  return names.reduce((best, name) => (scores.get(name)! > scores.get(best)! ? name : best));
}
