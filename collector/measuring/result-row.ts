import type { SpendKind } from '../store/tables.ts';

/** What became of those who first asked within some months. Money in major units. */
export interface PeopleCounts {
  leads: number;
  /** Those whom sales had. */
  hot: number;
  opportunities: number;
  customers: number;
  /** Won with customers; `null` where nobody wrote it down. */
  revenue: number | null;
  /** Of how many customers the revenue is known. */
  priced: number;
}

/** What pages have counted without identity. `null`: nobody measured it. */
export interface PageCounts {
  /** Views of a page with a form. */
  visits: number | null;
  /** Forms that somebody began to fill in. */
  starts: number | null;
  /** Presses on a call to action. */
  ctas: number | null;
}

/** What a row is of: what has a name, what has none, small ones together, and what belongs to no row. */
export type RowKind = 'named' | 'unnamed' | 'others' | 'unassigned';

/** One row of results, seen by either team. */
export interface ResultRow extends PageCounts {
  kind: RowKind;
  /** A name, or a month such as `2026-09`; `''` for all but `named`. */
  name: string;
  /** `null`: it is not a row of people. */
  people: (PeopleCounts & { contactMinutes: number | null }) | null;
  costs: Record<SpendKind, number | null>;
}
