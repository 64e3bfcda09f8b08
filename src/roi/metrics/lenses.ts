import type { Metric } from './metric.ts';
import { cacPayback, ltvToCac } from './rows/customer.ts';
import { cpl } from './rows/leads.ts';
import { ctr } from './rows/media.ts';
import { profit, revenue } from './rows/returns.ts';
import { cac } from './rows/sales.ts';
import {
  breakEvenCustomers,
  breakEvenLeads,
  breakEvenRoas,
  breakEvenRoasAllCosts,
} from './rows/thresholds.ts';

/**
 * The same result as each of the two reads it, and what both read: there the ROI of the chosen definition stands first.
 * To add a figure is to name its metric here; the locales then need a word for it.
 */
export const lenses = [
  { owner: 'shared', metrics: [profit, cac] },
  { owner: 'marketing', metrics: [ctr, cpl, breakEvenLeads, breakEvenRoasAllCosts, breakEvenRoas] },
  { owner: 'sales', metrics: [revenue, breakEvenCustomers, ltvToCac, cacPayback] },
] as const;

/** A metric that one of them reads. */
export type FigureName = (typeof lenses)[number]['metrics'][number]['id'];

/** Whether a figure tells something: not of a stage that is not in the funnel, nor of all costs where media is all. */
export const isTold = (name: FigureName, figures: Readonly<Record<FigureName, Metric>>): boolean =>
  figures[name].reason !== 'stage-not-in-funnel' &&
  (name !== 'breakEvenRoasAllCosts' ||
    ![null, figures.breakEvenRoas.value].includes(figures.breakEvenRoasAllCosts.value));
