import type { ImportKind } from '../store/tables.ts';
import { type CsvProblem, csvRows, guessSeparator, type Row, type Separator } from './csv-rows.ts';
import { decodeFile, type Encoding } from './decode-file.ts';
import { knownNames } from './guess-columns.ts';

/** How a file is taken apart. */
export interface Layout {
  encoding: Encoding;
  separator: Separator;
  /** The line on which its columns are named, from 1 on. Lines before it are its title. */
  headerLine: number;
}

/** A file as rows below named columns. */
export interface Sheet extends Layout {
  header: string[];
  rows: Row[];
}

export type FileProblem = 'no-text' | 'empty' | 'no-rows' | 'no-header' | CsvProblem;

/** Rows among which the names of columns are looked for. */
const titleLines = 20;

/** The row that names the columns: the one with most names we know, or else the first that is as wide as most. */
function guessHeader(kind: ImportKind, rows: readonly Row[]): Row {
  const first = rows.slice(0, titleLines);
  const filled = ({ cells }: Row): number => cells.filter(Boolean).length;
  const known = first.map((row) => knownNames(kind, row.cells));
  const most = Math.max(...known);
  if (most >= 2) return first[known.indexOf(most)]!;
  const widest = Math.max(...first.map(filled));
  return first.find((row) => filled(row) === widest)!;
}

/** Takes a file apart as was chosen; what was not chosen is guessed. */
export function sheetOf(
  kind: ImportKind,
  bytes: Uint8Array,
  chosen: Partial<Layout> = {},
): { ok: true; sheet: Sheet } | { ok: false; problem: FileProblem } {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  const file = decodeFile(bytes, chosen.encoding);
  if (!file) return { ok: false, problem: 'no-text' };
  const { encoding, text } = file;
  if (!text.trim()) return { ok: false, problem: 'empty' };
  const separator = chosen.separator ?? guessSeparator(text);
  const all = csvRows(text, separator);
  if (typeof all === 'string') return { ok: false, problem: all };
  const { headerLine } = chosen;
  const header =
    headerLine === undefined ? guessHeader(kind, all) : all.find(({ line }) => line === headerLine);
  if (!header) return { ok: false, problem: 'no-header' };
  const rows = all.filter(({ line }) => line > header.line);
  if (rows.length === 0) return { ok: false, problem: 'no-rows' };
  return {
    ok: true,
    sheet: { encoding, separator, headerLine: header.line, header: header.cells, rows },
  };
}
