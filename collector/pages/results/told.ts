import type { PinnedReturn } from '../../agreeing/pinned-return.ts';
import type { ResultRow } from '../../measuring/result-row.ts';
import type { Results } from '../../measuring/results-of.ts';
import type { Figures } from '../objective/figures.ts';
import { duration } from '../parts/age.ts';
import type { Visit } from '../route.ts';
import type { Lens } from './asked-of.ts';
import type { Unit } from './columns.ts';

/** What each part of the page is made of. */
export interface Shown {
  results: Results;
  lens: Lens;
  meant: PinnedReturn;
  /** Days from the first request to the customer; `null`: nobody knows. */
  cycle: number | null;
  visit: Visit;
  figures: Figures;
}

/** A figure as a reader of the page sees it. */
export function figureText(
  value: number,
  unit: Unit,
  { definition }: PinnedReturn,
  figures: Figures,
  { language }: Visit,
): string {
  switch (unit) {
    case 'count':
      return figures.count(value);
    case 'currency':
      return figures.money(value);
    case 'fraction':
      return figures.format.figure(value, 'fraction');
    case 'minutes':
      return duration(value * 60, language);
    case 'return':
      return figures.roi(value, definition);
  }
}

/** What a row is called. */
export function rowName(
  { kind, name }: ResultRow,
  { by, folded }: Pick<Results, 'by' | 'folded'>,
  { words }: Visit,
  figures: Figures,
): string {
  const { rows } = words.results;
  if (kind === 'named') return by === 'month' ? figures.month(`${name}-01`) : name;
  if (kind === 'others') return rows.others(folded);
  return kind === 'unnamed' ? rows.unnamed : rows.unassigned;
}

/** So many days in words. */
export function daysText(days: number, { language }: Visit): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    Math.round(days),
  );
}
