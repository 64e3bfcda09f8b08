import type { RefusedRow } from './read-row.ts';

/** What comes of the rows of a file. */
export interface Counts {
  /** Rows that are read at all. */
  total: number;
  /** New to us. */
  added: number;
  changed: number;
  /** Say what is known already. */
  same: number;
  /** Overtaken by something later. */
  newer: number;
}

export type Fate = Exclude<keyof Counts, 'total'>;

/** What a file comes to: its rows counted, by line, and those that cannot be taken. */
export interface FileResult {
  counts: Counts;
  /** What comes of each line that is taken. */
  fates: ReadonlyMap<number, Fate>;
  /** In the order of the file. */
  refused: readonly RefusedRow[];
}

export function resultOf(fates: ReadonlyMap<number, Fate>, refused: readonly RefusedRow[]): FileResult {
  const counts: Counts = { total: fates.size + refused.length, added: 0, changed: 0, same: 0, newer: 0 };
  for (const fate of fates.values()) counts[fate] += 1;
  return { counts, fates, refused: [...refused].sort((a, b) => a.line - b.line) };
}
