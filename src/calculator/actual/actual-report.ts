import type { Campaign, Owner } from '../../roi/campaign/campaign.ts';
import type { Variance } from '../../roi/variance/explain-variance.ts';
import { partLabel } from '../lever-words.ts';
import type { Cell } from '../share/csv-text.ts';
import type { Worksheet } from '../worksheet.ts';
import { actualAsked } from './actual-asked.ts';

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

/** The same as rows of a table: the effect of each part, and from where to where it moved. */
export function actualRows(sheet: Worksheet): Cell[][] {
  const saved = savedActual(sheet);
  if (!saved) return [];
  const { variance } = saved.actual;
  const { campaign, texts } = sheet;
  const messages = texts('calculator');
  const { title, sum, effect } = texts('planner').actual;
  const row = (what: string, owner: Owner | null, ...cells: Cell[]): Cell[] => [
    title,
    `${what}: ${effect}`,
    owner && messages.owners[owner],
    ...cells,
  ];
  return [
    ...variance.parts.map((part) =>
      row(partLabel(part, campaign, messages), part.owner, part.effect, part.planned, part.actual),
    ),
    row(sum, null, variance.gap),
  ];
}
