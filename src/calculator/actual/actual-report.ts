import { fill } from '../../i18n/fill.ts';
import type { Campaign } from '../../roi/campaign/campaign.ts';
import type { Variance } from '../../roi/variance/explain-variance.ts';
import { partLabel } from '../lever-words.ts';
import type { Cell } from '../share/csv-text.ts';
import type { Worksheet } from '../worksheet.ts';
import { actualAsked } from './actual-asked.ts';
import { ownerOfPart, ownerWords, unmeasuredWords } from './part-words.ts';

/** What has happened as it is saved: the campaign that was observed, so that it can be compared again. */
export interface SavedActual {
  campaign: Campaign;
  /** Whole months since the start. */
  asOf: number;
  variance: Variance;
}

/** Null for what no model compares. */
export function savedActual(sheet: Worksheet): { actual: SavedActual } | null {
  const { actual: campaign, month: asOf, variance } = actualAsked(sheet);
  return variance && { actual: { campaign, asOf, variance } };
}

/** The same as rows of a table: the effect of each part, and from where to where it moved; at the end the cash so far. */
export function actualRows(sheet: Worksheet): Cell[][] {
  const saved = savedActual(sheet);
  if (!saved) return [];
  const { variance, asOf } = saved.actual;
  const { campaign, texts } = sheet;
  const messages = texts('calculator');
  const words = texts('planner').actual;
  const { title, sum, effect, cashGap } = words;
  const { plannedProfit, actualProfit, gap, toDate } = variance;
  return [
    ...variance.parts.map((part): Cell[] => {
      const unmeasured = unmeasuredWords(part, variance, words);
      return [
        title,
        `${partLabel(part, campaign, messages)}${unmeasured && `, ${unmeasured}`}: ${effect}`,
        ownerWords(ownerOfPart(part), messages, words),
        part.effect,
        part.planned,
        part.actual,
      ];
    }),
    [title, `${sum}: ${effect}`, null, gap, plannedProfit, actualProfit],
    [title, fill(cashGap, { month: asOf }), null, toDate.gap, toDate.planned, toDate.actual],
  ];
}
